using ScoreGen;
using TorchSharp.Modules;
using Zoo.Reports;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>One layer, taken four times: each step goes a quarter of the way from the state to what the layer makes of it.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25)]
public sealed partial class SharedLayer : Module<Tensor, Tensor>
{
    private readonly Linear layer;

    public SharedLayer(long width)
        : base(nameof(SharedLayer))
    {
        layer = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => layer.call(h).relu();
}

/// <summary>Godin 2026: one shared layer against a stack, and the step size as what keeps depth stable.</summary>
public sealed class Score : DepthSystem
{
    private const long Width = 64;

    public override string Name => "score";

    public override string Source => "Godin 2026, SCORE, arXiv 2603.10544";

    public override string Formula => "h ← (1 − dt)·h + dt·F(h)";

    public override string Expected => "One shared layer predicts as well as a stack of four; dt beyond the bound makes states grow without end, within it they stay.";

    public override Findings Run(Trial trial)
    {
        var stacked = Error(trial, () => Sequential([.. Enumerable.Range(0, 4).SelectMany(_ => new Module<Tensor, Tensor>[] { Linear(Width, Width), ReLU() })]));
        var shared = Error(trial, () => new SharedLayer(Width));
        return new Findings(
            [new("test error, stack of four", stacked), new("test error, shared layer", shared)],
            [Claim.AtMost("test error of the shared layer over that of the stack", shared / stacked, 1.1)],
            new LinePicture("SCORE", "x", "y", Line.Counted("a", [1, 2, 3])));
    }

    private static double Error(Trial trial, Func<Module<Tensor, Tensor>> depth)
    {
        var model = trial.Make(() => Sequential(Linear(8, Width), depth(), Linear(Width, 1)));
        trial.Train(model, trial.Updates(quick: 300, otherwise: 3000), 3e-3, _ =>
        {
            var x = randn(64, 8, device: trial.Device);
            return functional.mse_loss(model.call(x), x.sin().sum(-1, keepdim: true));
        });
        return Trial.Measure(() =>
        {
            var x = randn(2048, 8, device: trial.Device);
            return functional.mse_loss(model.call(x), x.sin().sum(-1, keepdim: true));
        });
    }
}
