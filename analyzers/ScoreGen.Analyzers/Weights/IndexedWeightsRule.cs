using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE201: a collection of modules that is indexed by something that runs with depth.</summary>
internal sealed class IndexedWeightsRule() : BlockRule(Descriptors.IndexedWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var selection in flow.All<Selection>().Where(selection => selection.Collection.Holder is not null))
        {
            if (flow.Block.Weights.Has(selection.Collection) is not false && WhyDeep(flow, selection) is { } index)
            {
                report(new Finding(Descriptors.IndexedWeights, selection.At, selection.Collection.Holder!.Name, index, Advice(flow, selection.Collection)));
            }
        }
    }

    private static string Advice(BlockFlow flow, ModuleMember collection)
        => flow.Block.Parse.IsEquilibrium || !TorchNames.IsNamed(collection.Type, "ModuleList") ? "keep one module"
            : $"keep one module, or, if each step is to have its own, let the block take it as a parameter, [ScorePerStep(nameof({collection.Holder!.Name}))]; where the module is all that the block does, mark the ModuleList with [ScoreBlock] instead and say Weights = WeightSharing.PerStep";

    /// <summary>What runs with depth in an index; null where nothing does, as far as can be told.</summary>
    private static string? WhyDeep(BlockFlow flow, Selection selection)
    {
        if (selection.Index.CountsSteps)
        {
            return "the step";
        }

        if (selection.Index.Fields.FirstOrDefault(field => RunningState.Runs(flow, field)) is { } running)
        {
            return $"'{running.Name}', which is written outside constructors";
        }

        return selection.Index.LoopsOverSteps && Chains.FeedsItself(flow, selection.Collection) ? "a loop that runs Steps times, each module feeding the next" : null;
    }
}
