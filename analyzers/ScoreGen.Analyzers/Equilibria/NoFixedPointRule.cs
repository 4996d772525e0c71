using System;
using System.Linq;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE315: the block of an equilibrium draws a dropout mask, so that every evaluation is of another function.</summary>
internal sealed class NoFixedPointRule() : BlockRule(Descriptors.NoFixedPoint)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var draw in flow.All<MaskDraw>())
        {
            report(new Finding(Descriptors.NoFixedPoint, draw.At, draw.What));
        }

        foreach (var call in flow.All<ModuleCall>().Where(call => FreshMaskRule.Draws(call.Module)))
        {
            report(new Finding(Descriptors.NoFixedPoint, call.At, call.Module.Name));
        }
    }
}
