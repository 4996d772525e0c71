using System;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE302: the block disposes the state or a context tensor.</summary>
internal sealed class DisposedInputRule() : BlockRule(Descriptors.DisposedInput)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var disposal in flow.All<Disposal>())
        {
            report(new Finding(Descriptors.DisposedInput, disposal.At, flow.Block.Name(disposal.Target.Is), (disposal.Target.Is & Inputs.State) != 0 ? "the step still reads it after the block has run" : "the next evaluation of the block still reads it"));
        }
    }
}
