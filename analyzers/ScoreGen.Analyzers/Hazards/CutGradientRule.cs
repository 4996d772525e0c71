using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE304: the gradient is cut on every path from the state to the result.</summary>
internal sealed class CutGradientRule() : BlockRule(Descriptors.CutGradient)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var results = flow.Outcomes.Select(outcome => outcome.Result).ToList();
        if (flow.IsComplete && results.Count > 0 && results.All(result => result is { CarriesGradient: false, Cut: not null }))
        {
            report(new Finding(Descriptors.CutGradient, results[0].Cut!, Lost(flow)));
        }
    }

    private static string Lost(BlockFlow flow) => flow.Block.Parse.IsEquilibrium
        ? "the gradient of the equilibrium takes the block for a constant"
        : "earlier steps get back only the gradient of the share of the state that a step keeps";
}
