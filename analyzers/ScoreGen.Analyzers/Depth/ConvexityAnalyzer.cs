using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE104: a step with a negative weight, which may drive states apart although it is stable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConvexityAnalyzer : DepthSettingsAnalyzer
{
    private const double TinyDt = 1e-6;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NotConvex);

    private protected override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        // An unstable step has more than this against it, and is reported for that.
        if (!depth.IsContractive || depth.IsUnstable || depth.WorstBound() is not var (dt, bound))
        {
            return;
        }

        var cause = depth.IsConvex(TinyDt)
            ? depth.LocationOfDt("Steps")
            : depth.LocationOf("Integrator");
        report(new Finding(Descriptors.NotConvex, cause, depth.Settings.Integrator, Numbers.Short(dt), Numbers.RoundedUp(bound)));
    }
}
