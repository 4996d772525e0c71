using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE311: a tensor that the block makes is kept, and the dispose scope of the evaluation frees it.</summary>
internal sealed class ScopedTensorRule() : BlockRule(Descriptors.ScopedTensor)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var released = flow.All<Release>().Select(release => release.Holder).ToImmutableHashSet(SymbolEqualityComparer.Default);
        foreach (var store in flow.All<Store>().Where(store => IsScoped(store.Stored) && !released.Contains(store.Holder) && !Scratch.Is(flow, store)))
        {
            if (TorchNames.IsTensor(store.Source.Type) && !TorchNames.IsParameter(store.Source.Type))
            {
                report(new Finding(Descriptors.ScopedTensor, store.Source.Syntax.GetLocation(), store.Holder.Name));
            }
        }
    }

    private static bool IsScoped(Value value) => value is { IsMade: true, MayOutliveScope: false, Is: Inputs.None };
}
