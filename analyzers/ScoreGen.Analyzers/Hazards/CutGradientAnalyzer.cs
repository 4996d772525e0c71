using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE304: the gradient is cut on every path from the state to the result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CutGradientAnalyzer : BlockAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CutGradient);

    private protected override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var results = flow.Outcomes.Select(outcome => outcome.Result).ToList();
        if (flow.IsComplete && results.Count > 0 && results.All(result => result is { CarriesGradient: false, Cut: not null }))
        {
            report(new Finding(Descriptors.CutGradient, results[0].Cut!));
        }
    }
}
