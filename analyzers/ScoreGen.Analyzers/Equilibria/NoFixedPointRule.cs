using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE315: the block of an equilibrium draws random numbers, so that every evaluation is of another function.</summary>
internal sealed class NoFixedPointRule() : BlockRule(Descriptors.NoFixedPoint)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var draw in flow.All<MaskDraw>())
        {
            Report(draw.At, draw.What, ", so that in training");
        }

        foreach (var call in flow.All<ModuleCall>().Where(call => FreshMaskRule.Draws(call.Module)))
        {
            Report(call.At, call.Module.Name, ", so that in training");
        }

        foreach (var draw in flow.All<RandomDraw>())
        {
            Report(draw.At, draw.What, ", so that");
        }

        void Report(Location at, string what, string when) => report(new Finding(Descriptors.NoFixedPoint, at, what, when));
    }
}
