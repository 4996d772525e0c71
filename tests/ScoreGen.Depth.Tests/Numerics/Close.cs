using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Numerics;

/// <summary>Compares tensors of the same shape and dtype.</summary>
internal static class Close
{
    /// <summary>Fails where any element differs by more than a share of the largest one, or of 1.</summary>
    public static void To(double tolerance, Tensor expected, Tensor actual, string what = "result")
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        var error = Error(expected, actual);
        Assert.True(error <= tolerance, $"The {what} is off by {error:G3}, and {tolerance:G3} is allowed.\nExpected {Text(expected)}\nActual   {Text(actual)}");
    }

    public static void Exactly(Tensor expected, Tensor actual, string what = "result") => To(0, expected, actual, what);

    private static double Error(Tensor expected, Tensor actual)
    {
        using var scope = NewDisposeScope();
        var scale = Math.Max(1, expected.abs().max().ToDouble());
        return expected.sub(actual).abs().max().ToDouble() / scale;
    }

    private static string Text(Tensor tensor)
    {
        using var flat = tensor.detach().to(ScalarType.Float64).contiguous();
        return string.Join(" ", flat.data<double>().ToArray().Select(value => value.ToString("G17")));
    }
}
