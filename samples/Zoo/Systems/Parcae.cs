using ScoreGen;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>Each step forgets a share of the state, the same for all inputs, injects the input anew, and adds what a layer makes of both.</summary>
[ScoreDepth(Steps = 16, Members = DepthMembers.Steps)]
public sealed partial class Parcae : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear inject;
    private readonly Mlp layer;
    private readonly Parameter rate, size;

    public Parcae(long width)
        : base(nameof(Parcae))
    {
        inject = Linear(width, width, hasBias: false);
        init.eye_(inject.weight);
        layer = new Mlp(width);
        rate = Parameter(zeros(width));
        size = Parameter(full(width, 0.213)); // softplus(0.213) = 0.805: a step keeps √(1/5) of the state.
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor input) => inject.call(input);

    [ScoreDt]
    private (Tensor keep, Tensor write) Leak(Tensor h, Tensor f) => ((-functional.softplus(size) * rate.exp()).exp(), functional.softplus(size));

    [ScoreAfterStep]
    private Tensor Layer(Tensor h) => h + layer.call(h);
}

/// <summary>Prairie et al. 2026: a leak that cannot fail to forget keeps loops stable, whatever is learned.</summary>
public sealed class Parcaes : DepthSystem
{
    private const long Width = 32;
    private static readonly double[] Rates = [0.01, 0.03, 0.1, 0.3];

    public override string Name => "parcae";

    public override string Source => "Prairie et al. 2026, Parcae, arXiv 2604.12946";

    public override string Formula => "h ← R(exp(−dt·A)·h + dt·B·e), A > 0, R(h) = h + layer(h)";

    public override string Expected => "With a diagonal leak training stays finite at learning rates at which an adapter that may amplify ends in infinity; after more steps the state is as large as before, where plain addition lets it grow.";

    public override Findings Run(Trial trial)
    {
        var (leak, growth) = Trained(trial, () => new Parcae(Width), model => model.ForwardSteps);
        var (addition, growthOfAddition) = Trained(trial, () => new Addition(Width), model => model.ForwardSteps);
        var (adapter, _) = Trained(trial, () => new Adapter(Width), model => model.ForwardSteps);
        return new Findings(
            [.. Figures("diagonal leak", leak), .. Figures("plain addition", addition), .. Figures("linear adapter", adapter)],
            [
                Claim.AtMost("diagonal leak: learning rates, of four up to 0.3, at which the loss becomes infinite", Lost(leak), 0),
                // At 0.3 with each seed.
                Claim.AtLeast("linear adapter: the same", Lost(adapter), 1),
                Claim.AtLeast("plain addition: the same", Lost(addition), 1) with { NotSeenBecause = "The layer norms what it is given, so that a step adds a bounded amount: without a leak the state grows with the number of steps, and not by a factor a step." },
                // Where nothing is forgotten, 16 times the steps make 16 times the state.
                Claim.AtMost("diagonal leak: norm of the state after 256 steps over that after 16", growth, 2),
                Claim.AtLeast("plain addition: norm of the state after 256 steps over that after 16", growthOfAddition, 4),
            ],
            new LinePicture("Training at a learning rate of 0.3", "update", "log₁₀ of the training loss", Line.Counted("diagonal leak", [.. leak[^1].Select(Math.Log10)]), Line.Counted("plain addition", [.. addition[^1].Select(Math.Log10)]), Line.Counted("linear adapter", [.. adapter[^1].Select(Math.Log10)])));
    }

    private static IEnumerable<Figure> Figures(string name, IReadOnlyList<IReadOnlyList<double>> runs)
        => Rates.Zip(runs, (rate, losses) => new Figure(FormattableString.Invariant($"{name}, learning rate {rate}: last loss"), losses.TakeLast(20).Average()));

    private static int Lost(IReadOnlyList<IReadOnlyList<double>> runs) => runs.Count(losses => !double.IsFinite(losses[^1]));

    /// <summary>The losses at each learning rate, and by how much the state of the model that was trained with the first grows from 16 steps to 256. No norm before the head hides how large it is.</summary>
    private static (IReadOnlyList<IReadOnlyList<double>> Losses, double Growth) Trained<T>(Trial trial, Func<T> depth, Func<T, Func<int, Tensor, Tensor, Tensor>> steps)
        where T : Module<Tensor, Tensor, Tensor>
    {
        using var scope = NewDisposeScope();
        var (x, y) = Friedman.Draw(trial.Seed, 4096, noise: 0, trial.Device);
        var growth = new List<double>();
        return ([.. Rates.Select(Losses)], growth[0]);

        IReadOnlyList<double> Losses(double rate)
        {
            using var model = trial.Make(() => new Reader<T>(depth(), Friedman.Inputs, Width, isNormed: false));
            var losses = trial.Train(model, trial.Updates(quick: 100, otherwise: 1000), rate, _ =>
            {
                var some = randint(4096, 64, device: trial.Device);
                return functional.mse_loss(model.Head(After(16, x[some])), y[some]);
            });
            growth.Add(Trial.Measure(() => After(256, x[..256]).norm() / After(16, x[..256]).norm()));
            return losses;
            Tensor After(int n, Tensor inputs) => steps(model.Depth)(n, zeros(inputs.shape[0], Width, device: trial.Device), functional.layer_norm(model.Embed(inputs), [Width]));
        }
    }
}
