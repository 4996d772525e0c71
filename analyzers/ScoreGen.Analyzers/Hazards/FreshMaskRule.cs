using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE308: a dropout in the block draws a new mask at each evaluation.</summary>
internal sealed class FreshMaskRule() : BlockRule(Descriptors.FreshMask)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        if (flow.Block.Evaluations < 2)
        {
            return;
        }

        foreach (var draw in flow.All<MaskDraw>())
        {
            report(new Finding(Descriptors.FreshMask, draw.At, $"'{draw.What}'", flow.Block.Evaluations));
        }

        foreach (var call in flow.All<ModuleCall>().Where(call => Draws(call.Module)))
        {
            report(new Finding(Descriptors.FreshMask, call.At, $"'{call.Module.Name}'", flow.Block.Evaluations));
        }
    }

    /// <summary>Whether a module is a dropout that draws a mask.</summary>
    public static bool Draws(ModuleMember module)
    {
        var type = module.Creation?.Unwrap().Type ?? module.Type;
        return TorchNames.IsTorch(type)
            && TorchNames.IsDropout(type.Name)
            && module.Creation?.Unwrap().Arguments().Argument("p")?.Value.ConstantNumber() is not 0;
    }
}
