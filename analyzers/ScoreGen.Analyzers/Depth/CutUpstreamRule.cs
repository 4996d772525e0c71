using System;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE110: a truncated backward pass without a context that could carry gradients past the first steps.</summary>
internal sealed class CutUpstreamRule() : SettingsRule(Descriptors.CutUpstream)
{
    public override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        var signature = depth.Parse.Signature;
        if (depth.Settings.Backprop == Backprop.Truncated && depth.Parse.Module is not null && signature.Parameters.Count == signature.States)
        {
            var free = depth.Settings.Steps - depth.Settings.GradientSteps;
            report(new Finding(
                Descriptors.CutUpstream,
                depth.LocationOf("Backprop"),
                free == 1 ? "step builds" : $"{free} steps build",
                depth.Parse.Type.Name));
        }
    }
}
