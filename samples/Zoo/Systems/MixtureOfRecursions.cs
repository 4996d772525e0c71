using Samples.CommandLine;
using ScoreGen;
using TorchSharp;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>Recursions of one layer at full depth. All of them look up the keys and values of the first state.</summary>
[ScoreDepth(Steps = 3, Dt = 1, Update = UpdateRule.Residual)]
public sealed partial class FullRecursions(long width) : Recursion(width);

/// <summary>A mixture of recursions with expert choice: at each step the router picks the tokens that go on.</summary>
[ScoreDepth(Steps = 3, Dt = 1, Update = UpdateRule.Residual)]
public sealed partial class RoutedRecursions(long width) : Recursion(width)
{
    [ScoreRoute(Capacity = new[] { 1, 0.66, 0.33 })]
    private readonly Linear router = Linear(width, 1);
}

/// <summary>The layer that is taken again and again.</summary>
public abstract class Recursion : Module<Tensor, Tensor, Tensor>
{
    private readonly Lookup layer;

    protected Recursion(long width)
        : base(nameof(Recursion))
    {
        layer = new Lookup(width);
        RegisterComponents();
    }

    protected Tensor Block(Tensor h, Tensor first) => layer.call(h, first);
}

/// <summary>Bae et al. 2025: tokens that point at tokens, and are to say where 1 to 3 hops lead from there.</summary>
public sealed class MixtureOfRecursions : DepthSystem
{
    private const int Width = 64, Places = 6, Most = 3;

    public override string Name => "mixture-of-recursions";

    public override string Source => "Bae et al. 2025, Mixture-of-Recursions, arXiv 2507.10524";

    public override string Formula => "h ← h + σ(router(h))·f(h) for the best k tokens of those that went on before";

    public override string Expected => "Fewer token steps are nearly as accurate as full depth, and the tokens that need more steps take more.";

    public override Findings Run(Trial trial)
    {
        using var scope = NewDisposeScope();
        using var full = trial.Make(() => new PointerModel<FullRecursions>(new FullRecursions(Width), Width, Places, Most));
        trial.Train(full, trial.Updates(quick: 1200, otherwise: 4000), 3e-3, _ =>
        {
            var asked = Pointers.Draw(64, Places, Most, trial.Device);
            return full.Losses(Deep(asked), asked).mean();
        });

        // From scratch a router gives up the hardest tokens before they are learned, and never asks for them again: it starts from weights of full depth.
        using var routed = trial.Make(() => new PointerModel<RoutedRecursions>(new RoutedRecursions(Width), Width, Places, Most));
        routed.load_state_dict(full.state_dict(), strict: false);
        trial.Train(routed, trial.Updates(quick: 800, otherwise: 3000), 3e-3, _ =>
        {
            var asked = Pointers.Draw(64, Places, Most, trial.Device);
            var (state, logits, depths) = Routed(asked);
            return routed.Losses(state, asked).mean() + (0.001 * RouteLosses.Causal(logits, depths));
        });

        using var off = no_grad();
        Devices.Seed(1000);
        var asked = Pointers.Draw(512, Places, Most, trial.Device);
        var (state, _, depths) = Routed(asked);
        var (right, rightInFull) = (routed.Right(state, asked).mean().ToDouble(), full.Right(Deep(asked), asked).mean().ToDouble());
        var steps = asked.ByHops(depths);
        string[] numbers = [.. Enumerable.Range(1, Most).Select(number => $"{number}")];
        return new Findings(
            [new("tokens right at full depth, share", rightInFull), new("token steps over those of full depth", steps.Average() / Most)],
            [
                // Guessing reaches 1/6.
                Claim.AtLeast("tokens right, share", right, 0.9),
                Claim.AtMost("tokens right at full depth, share, more than so", rightInFull - right, 0.05),

                // 0 if depth and difficulty had nothing to do with each other.
                Claim.AtLeast("mean steps of tokens with 3 hops, more than of those with 1", steps[^1] - steps[0], 1),
            ],
            new MapPicture("How many tokens of each difficulty take so many steps, share", "hops of the token", "steps", numbers, numbers, [.. numbers.Select((_, index) => asked.ByHops(depths.eq(index + 1)))]));

        Tensor Deep(Pointers asked) => full.Through(asked, (depth, h) => depth.call(h, h));

        (Tensor State, Tensor Logits, Tensor Depths) Routed(Pointers asked) => routed.Through(asked, (depth, h) => depth.ForwardWithRouting(h, h));
    }
}
