using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Numerics;

/// <summary>Gradients by moving each element of a tensor a little up and down.</summary>
internal static class CentralDifferences
{
    private const double Nudge = 1e-5;

    /// <summary>The slope of a loss along each element of a float64 input, which is as it was afterwards.</summary>
    public static Tensor Of(Tensor input, Func<double> loss)
    {
        var elements = input.view(-1);
        var slopes = new double[input.numel()];
        for (var i = 0; i < slopes.Length; i++)
        {
            using var element = elements.narrow(0, i, 1);
            element.add_(Nudge);
            var above = loss();
            element.sub_(2 * Nudge);
            var below = loss();
            element.add_(Nudge);
            slopes[i] = (above - below) / (2 * Nudge);
        }

        return tensor(slopes).view(input.shape);
    }
}
