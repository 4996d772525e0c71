using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE310: the block keeps a reference to the state where it outlives the evaluation.</summary>
internal sealed class KeptStateRule() : BlockRule(Descriptors.KeptState)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var store in flow.All<Store>().Where(store => (store.Stored.Is & Inputs.State) != 0 && !Scratch.Is(flow, store)))
        {
            report(new Finding(Descriptors.KeptState, store.At, store.Holder.Name));
        }
    }
}
