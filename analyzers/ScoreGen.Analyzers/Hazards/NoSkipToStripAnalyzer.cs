using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE313: StripSkip on a block that provably has no skip.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoSkipToStripAnalyzer : BlockAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NoSkipToStrip);

    private protected override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var outcomes = flow.Outcomes.ToList();
        if (flow.IsComplete && flow.Block.StripsSkip && outcomes.Count > 0 && outcomes.All(outcome => !outcome.Result.MayHaveSkip))
        {
            report(new Finding(Descriptors.NoSkipToStrip, Place(flow), flow.Block.Member.Name));
        }
    }

    private static Location Place(BlockFlow flow)
        => BlockParser.Mark(flow.Block.Member) is { } mark
            ? new DepthArguments(mark, flow.Block.Code.Cancellation).Location("StripSkip")
            : BlockParser.Location(flow.Block.Member);
}
