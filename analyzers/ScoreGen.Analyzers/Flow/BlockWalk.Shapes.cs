using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value CallLinear(IOperation? made, ImmutableArray<Value> arguments)
    {
        var subject = Subject(arguments);
        if (subject.Width.IsState)
        {
            StateWidth ??= made?.ConstantSize(0);
        }

        var width = made?.ConstantSize(1);
        return Tensor("linear", arguments) with
        {
            Shape = subject with { Width = Extent.Of(width), Channels = default, Last = width is not null && width == made?.ConstantSize(0) ? subject.Last : default },
        };
    }

    private Value CallConvolution(string type, IOperation? made, ImmutableArray<Value> arguments)
    {
        var subject = Subject(arguments);
        if (subject.Channels.IsState)
        {
            StateChannels ??= made?.ConstantSize(0);
        }

        var result = Tensor("conv2d", arguments) with { Shape = new Shape { Channels = Extent.Of(made?.ConstantSize(1)) } };
        if (made is null || Dimensions(type) is not { } count || new Windows(made.Arguments(), count) is var given && given.OfConvolution() is not { } windows)
        {
            return result;
        }

        return type.StartsWith("ConvTranspose", StringComparison.Ordinal)
            ? given.OutputPadding() is { } added ? Resized(result, subject, count, (size, i) => size.Spread(windows[i], added[i])) : result
            : Resized(result, subject, count, (size, i) => size.Slide(windows[i]));
    }

    /// <summary>A pool, a padding or an upsampling: as module or as function, by the arguments that it is given.</summary>
    private Value Resize(string name, ImmutableArray<IArgumentOperation> given, IReadOnlyCollection<Value> arguments)
    {
        var subject = Subject(arguments);
        var result = Tensor("pool", arguments) with { Shape = new Shape { Channels = subject.Channels } };
        if (name is "Upsample" or "interpolate")
        {
            return Windows.Factors(given) is { Count: <= 3 } factors ? Resized(result, subject, factors.Count, (size, i) => size.Stretch(factors[i])) : result;
        }

        var windows = new Windows(given, Dimensions(name) ?? 0);
        if (TorchNames.IsSlidingPool(name))
        {
            return windows.OfPool() is { } slid ? Resized(result, subject, slid.Length, (size, i) => size.Slide(slid[i])) : result;
        }

        return TorchNames.IsPadding(name) && windows.Padded() is { Count: > 0 and <= 3 } added ? Resized(result, subject, added.Count, (size, i) => size.Pad(added[i])) : result;
    }

    private static Shape Subject(IReadOnlyCollection<Value> arguments) => arguments.FirstOrDefault()?.Shape ?? default;

    /// <summary>The dimension before those that it slides over holds the channels.</summary>
    private static Value Resized(Value result, Shape before, int count, Func<Size, int, Size> resize)
        => result with
        {
            Shape = result.Shape with
            {
                Last = resize(before.Last, 0),
                Second = count > 1 ? resize(before.Second, 1) : default,
                Third = count > 2 ? resize(before.Third, 2) : default,
            },
        };

    /// <summary>Over how many dimensions a module or function of this name slides: Conv2d, max_pool2d.</summary>
    private static int? Dimensions(string name)
        => name.LastOrDefault() is 'd' && name.Length > 1 && name[name.Length - 2] is >= '1' and <= '3' and var digit ? digit - '0' : null;
}
