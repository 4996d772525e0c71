using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>The same equilibrium by as many plain steps as it takes, with their graph.</summary>
internal static class Unrolled
{
    private const int Steps = 150;

    public static Tensor From(Tensor h, Func<Tensor, Tensor> map)
    {
        for (var step = 0; step < Steps; step++)
        {
            h = map(h);
        }

        return h;
    }

    /// <summary>Requires that two results are one within a tolerance, and their gradients with respect to some inputs as well.</summary>
    public static void RequireEqual(double tolerance, Tensor expected, Tensor actual, IReadOnlyList<Tensor> inputs, string what = "forward")
    {
        Close.To(tolerance, expected, actual, $"result of {what}");
        foreach (var (wanted, found) in Gradients.Of(expected, inputs).Zip(Gradients.Of(actual, inputs)))
        {
            Close.To(tolerance, wanted, found, $"gradient of {what}");
            Assert.True(wanted.abs().max().ToDouble() > 1e-3, "A gradient of nothing compares nothing.");
        }
    }
}
