using ScoreGen;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>One residual block, taken as often as the caller likes, with steps of the size that the caller likes.</summary>
[ScoreDepth(Steps = 16, Update = UpdateRule.Residual, Members = DepthMembers.Schedule)]
public sealed partial class ElasticDepth : Module<Tensor, Tensor>
{
    private readonly Mlp layer;

    public ElasticDepth(long width)
        : base(nameof(ElasticDepth))
    {
        layer = new Mlp(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => layer.call(h);
}

/// <summary>Elastic depth, 2026: with a step of 1/N the best learning rate is the same for every N.</summary>
public sealed class LearningRates : DepthSystem
{
    private const long Width = 32;

    private static readonly int[] Depths = [2, 4, 8, 16];

    // Each twice the one before.
    private static readonly double[] Rates = [.. Enumerable.Range(0, 6).Select(power => 5e-4 * Math.Pow(2, power))];

    public override string Name => "learning-rate";

    public override string Source => "Elastic depth 2026, arXiv 2606.18524";

    public override string Formula => "h ← h + ε·F(h), N times, ε = 1/N";

    public override string Expected => "With steps of 1/N the best learning rate does not move from N = 2 to 16; with 1/√N it falls.";

    public override Findings Run(Trial trial)
    {
        var (byN, byRoot) = (Best(trial, n => 1.0 / n), Best(trial, n => 1 / Math.Sqrt(n)));
        return new Findings(
            [.. Depths.Zip(byN, (n, best) => new Figure($"best learning rate with 1/N, N = {n}", best)), .. Depths.Zip(byRoot, (n, best) => new Figure($"best learning rate with 1/√N, N = {n}", best))],
            [
                // 1/√N lets the sum of the steps grow by √8, or 1.5 octaves. Both bars are half of it; 0.1 to 0.7 was seen of the one, 1.4 to 1.8 of the other.
                Claim.AtMost("1/N: octaves by which the best learning rate moves from N = 2 to 16, up or down", Math.Abs(Math.Log2(byN[^1] / byN[0])), 0.75),
                Claim.AtLeast("1/√N: octaves by which it falls", Math.Log2(byRoot[0] / byRoot[^1]), 0.75),
            ],
            new LinePicture("Which learning rate is best for which depth", "steps N", "best learning rate", Over("steps of 1/N", byN), Over("steps of 1/√N", byRoot)) { IsLogarithmic = true });
    }

    private static Line Over(string name, IReadOnlyList<double> best) => new(name, [.. Depths.Select(n => (double)n)], best);

    private static IReadOnlyList<double> Best(Trial trial, Func<int, double> step)
        => [.. Depths.Select(n => Lowest([.. Rates.Select(rate => Error(trial, rate, [.. Enumerable.Repeat(step(n), n)]))]))];

    /// <summary>Where a parabola through the lowest error and its neighbours, over the logarithm of the learning rate, is lowest.</summary>
    private static double Lowest(IReadOnlyList<double> errors)
    {
        var best = Enumerable.Range(0, errors.Count).MinBy(index => errors[index]);
        if (best == 0 || best == errors.Count - 1)
        {
            return Rates[best];
        }

        var (left, middle, right) = (Math.Log(errors[best - 1]), Math.Log(errors[best]), Math.Log(errors[best + 1]));
        return Rates[best] * Math.Pow(2, 0.5 * (left - right) / (left - (2 * middle) + right));
    }

    private static double Error(Trial trial, double rate, double[] steps)
    {
        using var model = trial.Make(() => new Reader<ElasticDepth>(new ElasticDepth(Width), Friedman.Inputs, Width));
        using var scope = NewDisposeScope();
        var (x, y) = Friedman.Draw(trial.Seed, 4096, noise: 0, trial.Device);
        trial.Train(model, trial.Updates(quick: 100, otherwise: 400), rate, _ =>
        {
            var some = randint(4096, 64, device: trial.Device);
            return functional.mse_loss(Predict(x[some]), y[some]);
        });
        var (unseen, answers) = Friedman.Draw(-1, 4096, noise: 0, trial.Device);
        return Trial.Measure(() => functional.mse_loss(Predict(unseen), answers));

        Tensor Predict(Tensor inputs) => model.Read(inputs, h => model.Depth.ForwardSchedule(steps, h));
    }
}
