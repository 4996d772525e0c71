using System;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE106: what an integrator of several stages costs.</summary>
internal sealed class IntegratorCostRule() : SettingsRule(Descriptors.IntegratorCost)
{
    public override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        if (depth.Evaluations > 1)
        {
            var steps = depth.Settings.Steps;
            report(new Finding(
                Descriptors.IntegratorCost,
                depth.LocationOf("Integrator"),
                depth.Settings.Integrator,
                depth.Parse.Members.Length == 1 ? $"'{depth.Parse.Members[0].Symbol.Name}'" : "the blocks",
                steps * depth.Evaluations,
                steps));
        }
    }
}
