using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE203: as many equal modules as there are steps, each feeding the next inside the block.</summary>
internal sealed class StackedWeightsRule() : BlockRule(Descriptors.StackedWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var call in flow.All<ModuleCall>())
        {
            if (IsStack(flow, call) && (call.Module.Holder is null || reported.Add(call.Module.Holder)))
            {
                report(new Finding(Descriptors.StackedWeights, call.At, call.Module.Holder?.Name ?? call.Module.Type.Name, flow.Block.Steps));
            }
        }
    }

    private static bool IsStack(BlockFlow flow, ModuleCall call)
    {
        if (call.Module.Index is null)
        {
            return call.Module.Creation is { } creation
                && creation.Unwrap().Type is { Name: "Sequential" } type
                && TorchNames.IsTorch(type)
                && flow.Block.Groups.Of(call.Module) is { } layers
                && IsStackOfLayers(flow, layers);
        }

        // An index that varies may leave some out; where it loops over the steps it is SCORE201's.
        return call.Module.Holder is { } holder
            && !flow.All<Selection>().Any(selection => selection.Index.Varies && SymbolEqualityComparer.Default.Equals(selection.Collection.Holder, holder))
            && flow.Block.Groups.Of(holder) is { } elements
            && elements.Length == flow.Block.Steps
            && AreAlike(flow, elements)
            && (Chains.FeedsItself(flow, call.Module) || Chains.FollowsIndices(flow, holder, elements.Length));
    }

    /// <summary>Two layers of equal size with an activation between them are an MLP, not a stack.</summary>
    private static bool IsStackOfLayers(BlockFlow flow, ImmutableArray<IOperation> layers)
    {
        var weighted = layers.Where(layer => flow.Block.Weights.Has(layer.Type, layer) is not false).ToImmutableArray();
        return weighted.Length == flow.Block.Steps && weighted.Length >= (TorchNames.IsTorch(weighted[0].Type) ? 3 : 2) && AreAlike(flow, weighted);
    }

    private static bool AreAlike(BlockFlow flow, ImmutableArray<IOperation> elements)
        => elements.Length >= 2
            && flow.Block.Weights.Has(elements[0].Type, elements[0]) is true
            && elements.All(element => ModuleGroups.AreAlike(element, elements[0]));
}
