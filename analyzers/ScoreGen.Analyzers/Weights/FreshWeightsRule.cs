using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE202: a module with weights, or a parameter, that is created inside the block.</summary>
internal sealed class FreshWeightsRule() : BlockRule(Descriptors.FreshWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var fresh = flow.All<Construction>()
            .Where(construction => !flow.IsKept(construction) && flow.Block.Weights.Has(construction.Type, construction.Operation) is true)
            .ToList();
        foreach (var construction in fresh.Where(construction => !fresh.Any(other => IsWithin(construction, other))))
        {
            report(new Finding(Descriptors.FreshWeights, construction.At, construction.Type.Name));
        }
    }

    /// <summary>A Sequential is reported once, not once more for each layer in it.</summary>
    private static bool IsWithin(Construction inner, Construction outer)
        => inner != outer && outer.Operation.Syntax != inner.Operation.Syntax && outer.Operation.Syntax.Contains(inner.Operation.Syntax);
}
