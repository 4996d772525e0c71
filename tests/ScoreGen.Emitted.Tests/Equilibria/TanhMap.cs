using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>map(h) = tanh(W·h + b), b different for each sample: in torch, and in plain numbers.</summary>
internal sealed class TanhMap
{
    public const int Samples = 3;
    public const int Features = 6;

    private readonly double[] weight;
    private readonly double[] bias;

    /// <param name="slope">About the largest eigenvalue of W: how slowly plain iteration converges.</param>
    public TanhMap(double slope)
    {
        var random = new Random(4);
        weight = [.. Enumerable.Range(0, Features * Features).Select(_ => slope * (random.NextDouble() - 0.3) / Features * 2)];
        bias = [.. Enumerable.Range(0, Samples * Features).Select(_ => 0.5 - random.NextDouble())];
        Weight = tensor(weight, [Features, Features]);
        Bias = tensor(bias, [Samples, Features]);
    }

    public Tensor Weight { get; }

    public Tensor Bias { get; }

    public Tensor Of(Tensor h) => h.matmul(Weight.t()).add(Bias).tanh();

    public double[] Of(double[] h, int sample)
        => [.. Enumerable.Range(0, Features).Select(row => Math.Tanh(Enumerable.Range(0, Features).Sum(column => weight[(row * Features) + column] * h[column]) + bias[(sample * Features) + row]))];
}
