using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE305: a BatchNorm of the shared block keeps running statistics. With checkpoints, which would count each batch twice, SCORE107.</summary>
internal sealed class RunningStatisticsRule() : BlockRule(Descriptors.RunningStatistics, Descriptors.Excluding)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var isCheckpointed = flow.Block.Settings.Backprop == Backprop.Checkpoint;
        if (flow.Block.IsOnePerStep && !isCheckpointed)
        {
            return;
        }

        foreach (var call in flow.All<ModuleCall>().Where(call => KeepsStatistics(call.Module.Creation?.Unwrap())))
        {
            report(isCheckpointed ? Recomputed(call) : new Finding(Descriptors.RunningStatistics, call.At, call.Module.Name, Instead(call.Module.Creation!.Unwrap().Type!.Name)));
        }
    }

    /// <summary>What keeps no statistics and takes the same input.</summary>
    private static string Instead(string type) => type switch
    {
        "BatchNorm1d" => "use a LayerNorm, after a convolution a GroupNorm that you initialise, or say track_running_stats: false",
        "BatchNorm2d" or "BatchNorm3d" => $"use a GroupNorm and initialise it, an {type.Replace("Batch", "Instance")}, or say track_running_stats: false",
        _ => "leave track_running_stats out",
    };

    private static Finding Recomputed(ModuleCall call) => new(
        Descriptors.Excluding,
        call.At,
        $"'{call.Module.Name}' with running statistics",
        "Backprop.Checkpoint",
        $"backward evaluates the block once more and would update the statistics twice for each batch; {Instead(call.Module.Creation!.Unwrap().Type!.Name)}");

    /// <summary>By default a BatchNorm does, and an InstanceNorm does not.</summary>
    private static bool KeepsStatistics(IOperation? creation)
        => creation?.Type is { Name: "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" or "InstanceNorm1d" or "InstanceNorm2d" or "InstanceNorm3d" } type
            && TorchNames.IsTorch(type)
            && creation.Arguments().Argument("track_running_stats") is { } tracks
            && tracks.Value.IsConstant(true);
}
