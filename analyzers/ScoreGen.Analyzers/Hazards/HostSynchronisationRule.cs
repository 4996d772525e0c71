using System;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE306: the host waits for the device at each evaluation.</summary>
internal sealed class HostSynchronisationRule() : BlockRule(Descriptors.HostSynchronisation)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var wait in flow.All<HostSync>())
        {
            report(new Finding(Descriptors.HostSynchronisation, wait.At, wait.What, flow.Block.Times));
        }
    }
}
