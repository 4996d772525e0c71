using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE207: a GroupNorm whose weights TorchSharp leaves as the memory happened to be, and nobody initialises.</summary>
internal sealed class UninitialisedWeightsRule() : ClassRule(Descriptors.UninitialisedWeights)
{
    public override void Judge(JudgedDepth depth, IReadOnlyList<BlockFlow> flows, Action<Finding> report)
    {
        // What the block makes at each evaluation has more against it.
        var fresh = new HashSet<SyntaxNode>(flows.SelectMany(flow => flow.All<Construction>().Where(made => !flow.IsKept(made))).Select(made => made.Operation.Syntax));
        foreach (var creation in GroupNormWeights.Uninitialised(flows[0].Block.Code, Registration.Types(depth.Parse.Type).ToList()).Where(creation => !fresh.Contains(creation.Syntax)))
        {
            report(new Finding(Descriptors.UninitialisedWeights, creation.Syntax.GetLocation(), GroupNormWeights.Called(creation)));
        }
    }
}
