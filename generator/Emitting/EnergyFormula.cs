using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes the energy of a step, <c>dt·mean(|k|²)</c> with the field k at the step's state; the means of several components add up.</summary>
internal sealed class EnergyFormula(Scene scene, Variant variant)
{
    public string Of(IReadOnlyList<string> state)
    {
        var energies = state.Select((component, i) => Component(component, scene.Value(0)[i])).ToList();
        return energies.Skip(1).Aggregate(energies[0], (sum, energy) => $"{sum}.add({energy})");
    }

    private string Component(string state, string value)
    {
        var field = LearnedStep.Decay(scene, variant) switch
        {
            0 => value,
            1 => $"{value}.sub({state})",
            _ => $"{value}.add({state}, {variant.Coefficients}.Decay)",
        };
        return scene.Depth.LearnedDt is null
            ? $"{SupportFile.Norms.Name("Squares")}({field}).mean().mul({variant.Coefficients}.Dt)"
            : $"{SupportFile.Norms.Name("Squares")}({field}).mul({scene.StepSize}).mean()";
    }
}
