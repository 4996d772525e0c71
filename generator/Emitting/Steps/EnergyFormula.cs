using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the energy of a step, <c>dt·mean(|k|²)</c> with the field k at the step's state; the means of several components add up.</summary>
internal sealed class EnergyFormula(EmitContext context, StepCoefficients coefficients)
{
    public string Of(IReadOnlyList<string> state)
    {
        var energies = state.Select((component, i) => context.Rule.Energy(coefficients, $"{SupportFile.Norms.Name("Squares")}({Field(component, context.Value(0)[i])})")).ToList();
        return energies.Skip(1).Aggregate(energies[0], (sum, energy) => $"{sum}.add({energy})");
    }

    private string Field(string state, string value) => coefficients.Decay switch
    {
        0 => value,
        1 => $"{value}.sub({state})",
        _ => $"{value}.add({state}, {coefficients.Holder}.Decay)",
    };
}
