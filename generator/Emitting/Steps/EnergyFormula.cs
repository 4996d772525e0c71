using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the energy of a step, <c>dt·mean(|k|²)</c> with the field k at the step's state; the means of several components add up.</summary>
internal sealed class EnergyFormula(EmitContext context, StepCoefficients coefficients)
{
    public string Of(IReadOnlyList<string> state, IReadOnlyList<string> next)
    {
        var moved = Enumerable.Range(0, state.Count).Where(i => coefficients.Updates is not { } one || i == one);
        var energies = moved.Select(i => context.Rule.Energy(coefficients, state[i], context.Value(0)[i], next[i])).ToList();
        return energies.Skip(1).Aggregate(energies[0], (sum, energy) => $"{sum}.add({energy})");
    }
}
