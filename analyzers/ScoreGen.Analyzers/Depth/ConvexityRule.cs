using System;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE104: a step with a negative weight, which may drive states apart although it is stable.</summary>
internal sealed class ConvexityRule() : SettingsRule(Descriptors.NotConvex)
{
    private const double TinyDt = 1e-6;

    public override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        // An unstable step has more than this against it, and is reported for that.
        if (!depth.IsJudged || depth.IsUnstable || depth.WorstBound() is not var (dt, bound))
        {
            return;
        }

        var cause = depth.IsConvex(TinyDt)
            ? depth.LocationOfDt("Steps")
            : depth.LocationOf("Integrator");
        report(new Finding(Descriptors.NotConvex, cause, depth.Settings.Integrator, Numbers.Short(dt), Numbers.RoundedUp(bound)));
    }
}
