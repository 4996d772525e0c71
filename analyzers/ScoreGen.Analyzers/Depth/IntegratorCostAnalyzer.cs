using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE106: what an integrator of several stages costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegratorCostAnalyzer : DepthSettingsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IntegratorCost);

    private protected override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        if (depth.Evaluations > 1)
        {
            var steps = depth.Settings.Steps;
            report(new Finding(
                Descriptors.IntegratorCost,
                depth.LocationOf("Integrator"),
                depth.Settings.Integrator,
                depth.Parse.Members.Length == 1 ? $"'{depth.Parse.Members[0].Symbol.Name}'" : "F",
                steps * depth.Evaluations,
                steps));
        }
    }
}
