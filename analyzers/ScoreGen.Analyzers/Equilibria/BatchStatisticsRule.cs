using System;
using System.Linq;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE316: the block of an equilibrium normalises by the batch.</summary>
internal sealed class BatchStatisticsRule() : BlockRule(Descriptors.BatchStatistics)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var call in flow.All<ModuleCall>().Where(call => IsOverTheBatch(call.Module)))
        {
            report(new Finding(Descriptors.BatchStatistics, call.At, call.Module.Name, Kept(call.Module)));
        }
    }

    private static string Kept(ModuleMember module)
        => module.Creation?.Unwrap().Arguments().Argument("track_running_stats")?.Value.IsConstant(false) == true ? "" : ", and running statistics count every state that the solver tries";

    private static bool IsOverTheBatch(ModuleMember module)
    {
        var type = module.Creation?.Unwrap().Type ?? module.Type;
        return type.Name is "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" && TorchNames.IsTorch(type);
    }
}
