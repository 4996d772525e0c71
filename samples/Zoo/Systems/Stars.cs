using ScoreGen;
using TorchSharp;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>A looped layer whose slope at the last state is penalised, so that its loops come to rest.</summary>
[ScoreDepth(Steps = 6, Dt = 0.5, Members = DepthMembers.Steps | DepthMembers.Jacobian | DepthMembers.Spectrum)]
public sealed partial class StableLoop : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerLayer layer;

    public StableLoop(long width, long heads)
        : base(nameof(StableLoop))
    {
        layer = new TransformerLayer(width, heads);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor problem) => layer.call(h + problem);
}

/// <summary>STARS 2026: loops beyond those of training harm a model, and do not where its Jacobian was penalised.</summary>
public sealed class Stars : DepthSystem
{
    private const int Width = 64, Trained = 6, Asked = 32;

    public override string Name => "stars";

    public override string Source => "STARS 2026, arXiv 2605.26733";

    public override string Formula => "h ← F(h + x), loss + 0.1·‖vᵀ·∂F/∂h‖² at the last state";

    public override string Expected => "Trained with 6 loops, two-digit addition stays right over 32 with the penalty, and does not without; the slope is lower with it.";

    public override Findings Run(Trial trial)
    {
        var plain = Train(trial, isPenalised: false);
        var calm = Train(trial, isPenalised: true);
        return new Findings(
            [
                new("right after 6 loops, without penalty", plain.Right[Trained - 1]),
                new("right after 6 loops, with penalty", calm.Right[Trained - 1]),
                new("slope of the block, without penalty", plain.Slope),
                new("slope of the block, with penalty", calm.Slope),
            ],
            [
                // One sum in 200 is right by guessing. Seen over seeds 0, 1, 2: 0.95, 0.93, 0.94, and a gain of 0.91, 0.86, 0.90.
                Claim.AtLeast("sums right after 32 loops, with penalty", calm.Right[^1], 0.8),
                Claim.AtLeast("what the penalty gains after 32 loops", calm.Right[^1] - plain.Right[^1], 0.3),
                // Both start from the same weights, so that without an effect this is 1. Seen: 0.15, 0.12, 0.06.
                Claim.AtMost("slope with penalty over that without", calm.Slope / plain.Slope, 0.5),
            ],
            new LinePicture(
                "Two-digit addition, trained with 6 loops",
                "loops",
                "sums that are right, share",
                Line.Counted("with Jacobian penalty", calm.Right),
                Line.Counted("without", plain.Right)));
    }

    private static (IReadOnlyList<double> Right, double Slope) Train(Trial trial, bool isPenalised)
    {
        using var model = trial.Make(() => new Reader<StableLoop>(new StableLoop(Width, heads: 4), TwoDigits.Inputs, Width, outputs: 10));
        trial.Train(model, trial.Updates(quick: 600, otherwise: 2000), 3e-3, _ =>
        {
            var task = TwoDigits.Draw(64, trial.Device);
            var x = model.Embed(task.Columns);
            if (!isPenalised)
            {
                return task.Loss(model.Head(model.Depth.call(zeros_like(x), x)));
            }

            // The paper sums up over the elements of a state, the penalty here is their mean.
            var (state, penalty) = model.Depth.ForwardWithJacobian(zeros_like(x), x);
            return task.Loss(model.Head(state)) + (0.1 * x[0].numel() * penalty);
        });
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var unseen = TwoDigits.Unseen(trial.Device);
        var x = model.Embed(unseen.Columns);
        var right = Enumerable.Range(1, Asked).Select(loops => unseen.Right(model.Head(model.Depth.ForwardSteps(loops, zeros_like(x), x))).ToDouble());
        return ([.. right], model.Depth.Spectrum(model.Depth.call(zeros_like(x), x), x).Lipschitz);
    }
}
