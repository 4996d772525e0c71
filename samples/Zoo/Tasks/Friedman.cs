using static TorchSharp.torch;

namespace Zoo.Tasks;

/// <summary>Friedman's first regression problem (Annals of Statistics 19, 1991): five of ten inputs count, and two of them only together.</summary>
public static class Friedman
{
    /// <summary>How many inputs there are.</summary>
    public const long Inputs = 10;

    // The mean and the standard deviation of the answer over the unit cube.
    private const double Mean = 14.4, Spread = 4.9;

    /// <summary>Draws inputs from the unit cube, and their answers with mean 0 and variance 1.</summary>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="count">How many.</param>
    /// <param name="noise">The standard deviation of the noise, where that of the answers is 4.9; Friedman's is 1.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <returns>The inputs [count, 10] and the answers [count, 1].</returns>
    public static (Tensor Inputs, Tensor Answers) Draw(int seed, long count, double noise, Device device)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        var x = rand([count, Inputs], generator: generator);
        var part = x.split(1, dim: 1);
        var y = 10 * (Math.PI * part[0] * part[1]).sin() + 20 * (part[2] - 0.5).square() + 10 * part[3] + 5 * part[4];
        y += noise * randn([count, 1], generator: generator);
        return (x.to(device).MoveToOuterDisposeScope(), ((y - Mean) / Spread).to(device).MoveToOuterDisposeScope());
    }
}
