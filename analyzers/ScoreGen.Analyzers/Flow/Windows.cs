using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What TorchSharp's convolutions, pools and paddings are given, where it is constant.</summary>
/// <param name="arguments">The arguments of the call that makes the module, or of the function.</param>
/// <param name="dimensions">How many dimensions it slides over.</param>
internal sealed class Windows(ImmutableArray<IArgumentOperation> arguments, int dimensions)
{
    /// <summary>The window of a convolution over each dimension, the last first; null where one is not known.</summary>
    public ImmutableArray<Window>? OfConvolution()
        => PaddingByName() switch
        {
            null => Of(Sizes(1, "stride"), Sizes(0, "padding")),
            "Valid" => Of(Sizes(1, "stride"), Same(0)),
            "Same" when IsPaddedByZeros() => Enumerable.Repeat(new Window(1, 1, 0, 1, false), dimensions).ToImmutableArray(),
            _ => null,
        };

    /// <summary>The window of a pool over each dimension, the last first; null where one is not known.</summary>
    public ImmutableArray<Window>? OfPool() => Of(Sizes(null, "stride", "strides") ?? (Given("stride", "strides") is null ? Sizes(null, "kernel_size") : null), Sizes(0, "padding"));

    /// <summary>What a transposed convolution adds at the end of each dimension, the last first.</summary>
    public IReadOnlyList<long>? OutputPadding() => Sizes(0, "output_padding");

    /// <summary>What a padding adds to each dimension, the last first: given for all sides at once, or for each.</summary>
    public IReadOnlyList<long>? Padded()
    {
        var sides = Given("padding", "pad") is { } given ? Constants(given) : null;
        return sides is { Count: 1 } ? Same(2 * (long)sides[0])
            : sides is { Count: > 0 } && sides.Count % 2 == 0 ? Enumerable.Range(0, sides.Count / 2).Select(i => (long)(sides[2 * i] + sides[(2 * i) + 1])).ToList()
            : null;
    }

    /// <summary>By which factor an upsampling stretches each dimension, the last first; null where it is given sizes.</summary>
    public static IReadOnlyList<double>? Factors(ImmutableArray<IArgumentOperation> arguments)
        => new Windows(arguments, 1).Given("scale_factor") is { } given ? Constants(given)?.Reverse().ToList() : null;

    private ImmutableArray<Window>? Of(IReadOnlyList<long>? stride, IReadOnlyList<long>? padding)
        => Sizes(null, "kernel_size") is { } kernel && stride is not null && padding is not null && Sizes(1, "dilation") is { } dilation && RoundsUp() is { } roundsUp && stride.All(step => step > 0)
            ? Enumerable.Range(0, dimensions).Select(i => new Window(kernel[i], stride[i], padding[i], dilation[i], roundsUp)).ToImmutableArray()
            : null;

    private bool? RoundsUp() => Given("ceil_mode") is not { } given ? false : given.IsConstant(true) ? true : given.IsConstant(false) ? false : null;

    /// <summary>Same and Valid are members of an enumeration.</summary>
    private string? PaddingByName() => Given("padding") is { Type.TypeKind: TypeKind.Enum } given ? (given.Unwrap() as IFieldReferenceOperation)?.Field.Name ?? "" : null;

    /// <summary>With any other mode TorchSharp pads each dimension by what the other one needs.</summary>
    private bool IsPaddedByZeros() => Given("padding_mode") is not { } mode || mode.Unwrap() is IFieldReferenceOperation { Field.Name: "Zeros" } || mode.ConstantNumber() is 0;

    /// <summary>An argument for each dimension, the last first; null where it is not constant, or not given and without a default.</summary>
    private IReadOnlyList<long>? Sizes(long? otherwise, params string[] names)
    {
        if (Given(names) is not { } given)
        {
            return otherwise is { } all ? Same(all) : null;
        }

        var sizes = Constants(given);
        return sizes is { Count: 1 } ? Same((long)sizes[0])
            : sizes?.Count == dimensions ? sizes.Select(size => (long)size).Reverse().ToList()
            : null;
    }

    private IReadOnlyList<long> Same(long size) => Enumerable.Repeat(size, dimensions).ToList();

    /// <summary>The value of an argument; null where it is left out or null.</summary>
    private IOperation? Given(params string[] names)
        => arguments.FirstOrDefault(argument => names.Contains(argument.Parameter?.Name))?.Value is { } value && value.Unwrap() is not (IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }) ? value : null;

    /// <summary>A number, or those of a tuple, an array or a collection expression; null where one is not constant.</summary>
    private static IReadOnlyList<double>? Constants(IOperation value)
    {
        var all = value.Unwrap() switch
        {
            ITupleOperation tuple => tuple.Elements,
            IArrayCreationOperation { Initializer: { } listed } => listed.ElementValues,
            { Syntax: CollectionExpressionSyntax } listed => listed.ChildOperations.ToImmutableArray(),
            var one => ImmutableArray.Create(one),
        };
        var numbers = all.Select(one => one.ConstantNumber()).ToList();
        return numbers.TrueForAll(number => number is not null) ? numbers.Select(number => number!.Value).ToList() : null;
    }
}
