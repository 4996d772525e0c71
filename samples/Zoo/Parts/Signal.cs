using static TorchSharp.torch;

namespace Zoo.Parts;

/// <summary>Sinusoidal signals of places or steps, as Transformers add them to their states.</summary>
public static class Signal
{
    /// <summary>One row for each number from 0: sines in its first half, and cosines in its second, at frequencies from 1 down to 1/10000.</summary>
    public static Tensor Of(long count, long width)
    {
        var angles = arange(count, dtype: ScalarType.Float32).unsqueeze(1) * pow(10000, arange(width / 2, dtype: ScalarType.Float32) * (-2.0 / width));
        return cat([angles.sin(), angles.cos()], -1);
    }
}
