using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE309: the block returns its input plus something, and the contractive rule takes the input away again.</summary>
internal sealed class OwnSkipRule() : BlockRule(Descriptors.OwnSkip)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var outcomes = flow.Outcomes.ToList();
        if (flow.IsComplete
            && !flow.Block.StripsSkip
            && flow.Block.Settings.Update == UpdateRule.Contractive
            && outcomes.Count > 0
            && outcomes.All(outcome => outcome.Result is { StateShare: 1, HasMore: true }))
        {
            report(new Finding(Descriptors.OwnSkip, outcomes[0].At));
        }
    }
}
