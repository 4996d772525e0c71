using ScoreGen;
using TorchSharp;
using Zoo.Reports;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>A modern Hopfield network: the state moves to the patterns that it resembles, weighed by how much. A step of dt goes down the gradient of the energy.</summary>
[ScoreDepth(Steps = 16, Dt = 1, Members = DepthMembers.Steps | DepthMembers.Schedule)]
public sealed partial class HopfieldMemory(double beta) : Module<Tensor, Tensor, Tensor>(nameof(HopfieldMemory))
{
    public Tensor Energy(Tensor query, Tensor patterns) => (0.5 * query.square().sum(-1)) - (Similarity(query, patterns).logsumexp(-1) / beta);

    private Tensor Block(Tensor query, Tensor patterns) => functional.softmax(Similarity(query, patterns), -1).matmul(patterns);

    private Tensor Similarity(Tensor query, Tensor patterns) => beta * query.matmul(patterns.t());
}

/// <summary>Ramsauer et al. 2020: patterns of length 1 are stored as they are, and looked for with half of their entries set to 0. Nothing is trained.</summary>
public sealed class Hopfield : DepthSystem
{
    private const int Width = 64;

    // A classical network of this width holds 0.14·64 = 9 patterns.
    private static readonly int[] Loads = [Width / 8, Width, 8 * Width, 64 * Width];
    private static readonly double[] Exponents = [.. Enumerable.Range(0, 9).Select(number => (double)number)];

    public override string Name => "hopfield";

    public override string Source => "Ramsauer et al. 2020, Hopfield Networks is All You Need, arXiv 2008.02217";

    public override string Formula => "ξ ← (1 − dt)·ξ + dt·softmax(β·ξXᵀ)X";

    public override string Expected => "The energy never rises for dt ≤ 1; one step is attention; a sharp memory holds many times more patterns than it has features, a blunt one returns a mixture.";

    public override Findings Run(Trial trial)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        trial.Reseed();
        var retrieved = Loads.Select(load => Exponents.Select(exponent => Retrieved(trial, load, Math.Pow(2, exponent), steps: 16)).ToList()).ToList();
        var oneStep = Retrieved(trial, Loads[^1], beta: 64, steps: 1);
        var (patterns, query) = Stored(trial, 8 * Width);
        using var attending = new HopfieldMemory(1 / Math.Sqrt(Width));
        var attention = functional.scaled_dot_product_attention(query.unsqueeze(0), patterns.unsqueeze(0), patterns.unsqueeze(0)).squeeze(0);
        return new Findings(
            [new("share retrieved after one step, β = 64, 4096 patterns", oneStep)],
            [
                // Numbers of 64 bits are rounded at 1e-16. The energy curves by at most 1 upwards, so that dt = 2 is where it may begin to rise.
                Claim.AtMost("largest rise of the energy in a step, dt = 0.25, 0.5 and 1", new[] { 0.25, 0.5, 1 }.Max(dt => LargestRise(query, patterns, dt)), 1e-12),
                Claim.AtLeast("largest rise of the energy in a step, dt = 2.5", LargestRise(query, patterns, 2.5), 0.01),
                Claim.AtMost("largest difference between a step and attention, β = 1/√width", (attending.ForwardSteps(1, query, patterns) - attention).abs().max().ToDouble(), 1e-12),

                // Chance retrieves one in 4096.
                Claim.AtLeast("share retrieved of 4096 patterns with 64 features, β = 64", retrieved[^1][6], 0.9),
                Claim.AtMost("share retrieved of 8 patterns, β = 1", retrieved[0][0], 0.05),
            ],
            new LinePicture(
                "Hopfield retrieval: sharpness and load",
                "log₂ β",
                "share of queries that end at their pattern",
                [.. Loads.Zip(retrieved, (load, shares) => new Line($"{load} patterns", Exponents, shares))]));
    }

    /// <returns>Patterns on the unit sphere, and some of them with half of their entries lost.</returns>
    private static (Tensor Patterns, Tensor Query) Stored(Trial trial, int load)
    {
        var patterns = functional.normalize(randn(load, Width, dtype: ScalarType.Float64, device: trial.Device), dim: -1);
        var asked = patterns[..Math.Min(load, trial.Updates(quick: 256, otherwise: 1024))];
        return (patterns, asked * rand_like(asked).argsort(-1).ge(Width / 2));
    }

    private static double Retrieved(Trial trial, int load, double beta, int steps) => Trial.Measure(() =>
    {
        var (patterns, query) = Stored(trial, load);
        using var memory = new HopfieldMemory(beta);
        return ((memory.ForwardSteps(steps, query, patterns) - patterns[..(int)query.shape[0]]).norm(-1) < 0.1).@double().mean();
    });

    private static double LargestRise(Tensor query, Tensor patterns, double dt)
    {
        using var memory = new HopfieldMemory(beta: 16);
        var energies = Enumerable.Range(0, 17).Select(steps => memory.Energy(steps == 0 ? query : memory.ForwardSchedule([.. Enumerable.Repeat(dt, steps)], query, patterns), patterns)).ToList();
        return energies.Zip(energies.Skip(1), (before, after) => (after - before).max().ToDouble()).Max();
    }
}
