using System;

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// What became of the size of a dimension: of the n that the state has there, n·Scale plus something from Least to Most, which are apart
/// where a stride rounds. By default nothing is known.
/// </summary>
internal readonly record struct Size(double Scale, double Least, double Most)
{
    public static Size OfState => new(1, 0, 0);

    private bool IsKnown => Scale > 0;

    /// <summary>Whether it is not n, whatever n is.</summary>
    public bool IsChanged => IsKnown && (Scale != 1 || Least > 0 || Most < 0);

    /// <summary>
    /// What a convolution or a pool leaves (torch.nn.Conv2d): ⌊(n + 2·padding - dilation·(kernel - 1) - 1)/stride⌋ + 1. Rounded up it is
    /// the same where the last window would start behind the end.
    /// </summary>
    public Size Slide(Window window)
    {
        var added = (2 * window.Padding) - (window.Dilation * (window.Kernel - 1)) - 1;
        var rounded = (window.Stride - 1.0) / window.Stride;
        return IsKnown
            ? new Size(
                Scale / window.Stride,
                ((Least + added) / window.Stride) + 1 - rounded,
                ((Most + added) / window.Stride) + 1 + (window.RoundsUp ? rounded : 0))
            : default;
    }

    /// <summary>What a transposed convolution leaves (torch.nn.ConvTranspose2d): (n - 1)·stride - 2·padding + dilation·(kernel - 1) + output padding + 1.</summary>
    public Size Spread(Window window, long outputPadding)
    {
        var added = (window.Dilation * (window.Kernel - 1)) - (2 * window.Padding) - window.Stride + outputPadding + 1;
        return IsKnown ? new Size(Scale * window.Stride, (Least * window.Stride) + added, (Most * window.Stride) + added) : default;
    }

    /// <summary>What padding leaves.</summary>
    public Size Pad(long added) => IsKnown ? new Size(Scale, Least + added, Most + added) : default;

    /// <summary>What an upsampling leaves: ⌊n·factor⌋.</summary>
    public Size Stretch(double factor) => IsKnown && factor > 0 ? new Size(Scale * factor, (Least * factor) - (factor == Math.Floor(factor) ? 0 : 1), Most * factor) : default;
}

/// <summary>What a convolution or a pool slides over a dimension.</summary>
internal readonly record struct Window(long Kernel, long Stride, long Padding, long Dilation, bool RoundsUp);
