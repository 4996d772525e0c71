using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Numerics;

/// <summary>Float64 values in [-1, 1] that look irregular and are the same in every run.</summary>
internal static class Waves
{
    public static Tensor Of(int phase, params long[] shape)
    {
        using var scope = NewDisposeScope();
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var angles = arange(count, dtype: ScalarType.Float64).mul(1.7).add((2.3 * phase) + 0.4);
        return angles.sin().view(shape).MoveToOuterDisposeScope();
    }

    /// <summary>Gives every parameter values of this kind.</summary>
    public static void Fill(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var phase = 100;
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(Of(phase++, parameter.shape));
        }
    }
}
