using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>How many numbers a block learns, where the sizes of all its layers are constants.</summary>
internal static class ParameterCount
{
    /// <summary>The numbers in the modules that a block calls, each once; null where one of them is not known, or where the class has parameters outside modules.</summary>
    public static long? Of(BlockFlow flow)
    {
        var hasLooseParameters = Registration.Types(flow.Block.Type)
            .SelectMany(type => type.GetMembers())
            .Any(member => TorchNames.IsParameter(Registration.TypeOf(member)));
        return !flow.IsComplete || hasLooseParameters || flow.Block.IsOnePerStep ? null : Sum(flow.All<ModuleCall>().Select(call => call.Module).Distinct().Select(module => Of(flow, module)));
    }

    private static long? Of(BlockFlow flow, ModuleMember module)
    {
        if (module.Creation?.Unwrap() is not { Type: { } type } made || flow.Block.Weights.Has(module) is not { } hasWeights)
        {
            return null;
        }

        return !hasWeights ? 0
            : TorchNames.IsNamed(type, "Sequential") ? flow.Block.Groups.Of(module) is null ? null : 0 // Its layers are called as well, one by one.
            : TorchNames.IsTorch(type) ? OfTorch(type.Name, made.Arguments())
            : null;
    }

    private static long? OfTorch(string type, ImmutableArray<IArgumentOperation> arguments)
    {
        var hasBias = Flag("hasBias", "bias");
        return type switch
        {
            "Linear" => Size("inputSize") is { } from && Size("outputSize") is { } to && hasBias is { } bias ? (from * to) + (bias ? to : 0) : null,
            "Bilinear" => Size("in1Features") is { } left && Size("in2Features") is { } right && Size("outputSize") is { } to && hasBias is { } bias ? (left * right * to) + (bias ? to : 0) : null,
            "LayerNorm" => Size("normalized_shape") is { } width && hasBias is { } bias ? width + (bias ? width : 0) : null,
            _ => null,
        };

        long? Size(string name) => arguments.Argument(name)?.Value.ConstantNumber() is { } number ? (long)number : null;

        bool? Flag(params string[] names)
            => names.Select(name => arguments.Argument(name)).FirstOrDefault(argument => argument is not null) is not { } given ? true
                : given.Value.IsConstant(true) ? true
                : given.Value.IsConstant(false) ? false
                : null;
    }

    private static long? Sum(IEnumerable<long?> counts)
    {
        long? sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
