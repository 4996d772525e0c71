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

    /// <summary>Whether a module is a dropout that draws a mask, or a layer that was made with one inside.</summary>
    public static bool Draws(ModuleMember module)
    {
        var creation = module.Creation?.Unwrap();
        var type = creation?.Type ?? module.Type;
        if (!TorchNames.IsTorch(type))
        {
            return false;
        }

        return TorchNames.IsDropout(type.Name)
            ? creation?.Arguments().Argument("p")?.Value.ConstantNumber() is not 0
            : creation?.Arguments().Argument("dropout") is { } share && share.Value.ConstantNumber() is not 0;
    }
}
