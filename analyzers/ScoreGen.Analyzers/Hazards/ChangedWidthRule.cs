using System;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE303: the constant sizes of the layers on the way change the width of the state.</summary>
internal sealed class ChangedWidthRule() : BlockRule(Descriptors.ChangedWidth)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var outcome in flow.Outcomes)
        {
            if (Differs(flow.StateWidth, outcome.Result.Width))
            {
                report(new Finding(Descriptors.ChangedWidth, outcome.At, $"of width {flow.StateWidth}", $"of width {outcome.Result.Width.Size}", $"a width of {flow.StateWidth}"));
            }
            else if (Differs(flow.StateChannels, outcome.Result.Channels))
            {
                report(new Finding(Descriptors.ChangedWidth, outcome.At, $"with {flow.StateChannels} channels", $"with {outcome.Result.Channels.Size}", $"{flow.StateChannels} channels"));
            }
        }
    }

    private static bool Differs(long? state, Extent result) => state is not null && result.Size is not null && state != result.Size;
}
