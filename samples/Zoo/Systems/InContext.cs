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

/// <summary>A layer that is given the prompt again at each of twelve loops; the last six have gradients, and a loss each.</summary>
[ScoreDepth(Steps = 12, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 6, Members = DepthMembers.Steps | DepthMembers.States)]
public sealed partial class Looped : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly TransformerLayer layer;

    public Looped(long width, long heads)
        : base(nameof(Looped))
    {
        layer = new TransformerLayer(width, heads);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor prompt, Tensor edges) => h + prompt + layer.Among(h + prompt, edges);
}

/// <summary>Twelve layers with weights of their own, one after the other.</summary>
[ScoreDepth(Steps = 12, Dt = 1, Update = UpdateRule.Residual)]
public sealed partial class TwelveLayers : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerLayer> layers;

    public TwelveLayers(long width, long heads)
        : base(nameof(TwelveLayers))
    {
        layers = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => new TransformerLayer(width, heads))]);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor edges, [ScorePerStep(nameof(layers))] TransformerLayer layer) => layer.Among(h, edges);
}

/// <summary>Yang et al. 2023: a looped Transformer learns to fit planes from their points, as an algorithm would that can go on for longer.</summary>
public sealed class InContext : DepthSystem
{
    private const int Width = 32, Heads = 4;
    private static readonly double[] Loops = [1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36];

    public override string Name => "in-context";

    public override string Source => "Yang et al. 2023, Looped Transformers, arXiv 2311.12424";

    public override string Formula => "h ← M(h + P) from 0, losses on the last loops";

    public override string Expected => "With a twelfth of the weights the loop does as well as twelve layers, near least squares, and loops beyond those it was trained with do no harm.";

    public override Findings Run(Trial trial)
    {
        using var looped = trial.Make(() => new Reader<Looped>(new Looped(Width, Heads), Regression.Inputs, Width));
        Train(trial, looped, 5e-3, (x, edges) => looped.Depth.States(zeros_like(x), x, edges)[^6..]);
        using var stack = trial.Make(() => new Reader<TwelveLayers>(new TwelveLayers(Width, Heads), Regression.Inputs, Width));
        Train(trial, stack, 2e-3, (x, edges) => [stack.Depth.call(x, edges)]);

        using var scope = NewDisposeScope();
        var asked = Regression.Draw(512, trial.Device);
        var errors = Loops.Select(loops => Error(looped, asked, (x, edges) => looped.Depth.ForwardSteps((int)loops, zeros_like(x), x, edges))).ToList();
        var (trained, beyond) = (errors[Array.IndexOf(Loops, 12)], errors[^1]);
        var twelve = Error(stack, asked, stack.Depth.call);
        var fit = Trial.Measure(() => functional.mse_loss(asked.LeastSquares, asked.Values));
        return new Findings(
            [new("error of least squares", fit), new("error of twelve layers", twelve), new("error of 12 loops", trained), new("error of 36 loops", beyond)],
            [
                // A model that has not learned to fit tells the mean, 0, which is 30 times the error of least squares. Seen over seeds 0, 1, 2: 2.25, 2.46, 2.35.
                Claim.AtMost("error of 12 loops over that of least squares", trained / fit, 4),
                // Seen: 1.34, 1.16, 1.05.
                Claim.AtMost("error of 12 loops over that of twelve layers", trained / twelve, 1.5),
                // Four loops have 15 times the error: loops that were not trained with are no matter of course. Seen: 1.34, 1.07, 1.26.
                Claim.AtMost("error of 36 loops over that of 12", beyond / trained, 1.5),
            ],
            new LinePicture("Linear regression in context, trained with 12 loops", "loops", "squared error, of variance 1",
                new("looped layer", Loops, errors),
                new("twelve layers, twelve times the weights", Loops, [.. Loops.Select(_ => twelve)]),
                new("least squares", Loops, [.. Loops.Select(_ => fit)], IsExpected: true)) { IsLogarithmic = true });
    }

    private static void Train<T>(Trial trial, Reader<T> model, double learningRate, Func<Tensor, Tensor, IReadOnlyList<Tensor>> states)
        where T : Module
        => trial.Train(model, trial.Updates(quick: 500, otherwise: 1500), learningRate, _ =>
        {
            var task = Regression.Draw(32, trial.Device);
            return torch.stack(states(model.Embed(task.Places), task.Edges).Select(state => task.Loss(model.Head(state)))).mean();
        });

    private static double Error<T>(Reader<T> model, Regression task, Func<Tensor, Tensor, Tensor> state)
        where T : Module
        => Trial.Measure(() => task.Loss(model.Head(state(model.Embed(task.Places), task.Edges))));
}
