using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE313: StripSkip on a block that provably has no skip.</summary>
internal sealed class NoSkipToStripRule() : BlockRule(Descriptors.NoSkipToStrip)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
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
