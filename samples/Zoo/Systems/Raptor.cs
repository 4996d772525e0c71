using ScoreGen;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>Two blocks, each taken four times: one for the early layers of the teacher, and one for the late ones.</summary>
[ScoreDepth(Dt = 1, Update = UpdateRule.Residual, Members = DepthMembers.States)]
public sealed partial class TwoPhases : Module<Tensor, Tensor>
{
    private readonly TimedLayer early, late;

    public TwoPhases(long width, long heads)
        : base(nameof(TwoPhases))
    {
        (early, late) = (new TimedLayer(width, heads), new TimedLayer(width, heads));
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 4)]
    private Tensor Early(Tensor h, [ScoreTime] double time) => early.At(time / Depth.Steps, h);

    [ScoreBlock(Order = 2, Steps = 4)]
    private Tensor Late(Tensor h, [ScoreTime] double time) => late.At(time / Depth.Steps, h);
}

/// <summary>The same two blocks by turns.</summary>
[ScoreDepth(Cycles = 4, Dt = 1, Update = UpdateRule.Residual, Members = DepthMembers.States)]
public sealed partial class ByTurns : Module<Tensor, Tensor>
{
    private readonly TimedLayer odd, even;

    public ByTurns(long width, long heads)
        : base(nameof(ByTurns))
    {
        (odd, even) = (new TimedLayer(width, heads), new TimedLayer(width, heads));
        RegisterComponents();
    }

    [ScoreBlock(Order = 1)]
    private Tensor Odd(Tensor h, [ScoreTime] double time) => odd.At(time / Depth.Steps, h);

    [ScoreBlock(Order = 2)]
    private Tensor Even(Tensor h, [ScoreTime] double time) => even.At(time / Depth.Steps, h);
}

/// <summary>Jacobs et al. 2025: a trained stack is as good as two blocks of which each is repeated.</summary>
public sealed class Raptor : DepthSystem
{
    private const int Width = 32, Heads = 4;

    public override string Name => "raptor";

    public override string Source => "Jacobs et al. 2025, Raptor, arXiv 2512.19941";

    public override string Formula => "h ← h + s(t)·F1(h) four times, then h ← h + s(t)·F2(h) four times; ‖h[t] − teacher[t]‖²";

    public override string Expected => "Two blocks learn the states of a stack of eight layers and keep its accuracy with a quarter of its weights; by turns they do so less well.";

    public override Findings Run(Trial trial)
    {
        using var teacher = trial.Make(() => new Reader<EightLayers>(new EightLayers(Width, Heads), TwoDigits.Inputs, Width, outputs: 10));
        trial.Train(teacher, trial.Updates(quick: 400, otherwise: 1500), 3e-3, _ =>
        {
            var task = TwoDigits.Draw(64, trial.Device);
            return task.Loss(teacher.Read(task.Columns, teacher.Depth.call));
        });
        using var scope = NewDisposeScope();
        var unseen = TwoDigits.Unseen(trial.Device);
        var taught = Trial.Measure(() => unseen.Right(teacher.Read(unseen.Columns, teacher.Depth.call)));
        var phases = Distillation.Distil(trial, teacher, unseen, () => new TwoPhases(Width, Heads), (depth, h) => depth.States(h));
        var turns = Distillation.Distil(trial, teacher, unseen, () => new ByTurns(Width, Heads), (depth, h) => depth.States(h));
        return new Findings(
            [new("sums right, eight layers", taught), new("sums right, two phases", phases.Right), new("sums right, two blocks by turns", turns.Right)],
            [
                // Guessing is right once in 200. Seen over seeds 0, 1, 2: 1.00, 0.99, 0.99.
                Claim.AtLeast("accuracy that two phases keep", phases.Right / taught, 0.9),
                // Equal weights and evaluations, so that without an effect this is 1. Seen: 0.91, 0.96, 0.94, a small gain; a layer that is told the depth can be two layers by turns.
                Claim.AtMost("distance to the teacher's states by phases over that by turns", phases.Distances.Average() / turns.Distances.Average(), 0.95),
            ],
            new LinePicture(
                "A stack of eight layers as two blocks",
                "layer",
                "squared distance to the teacher, relative",
                Line.Counted("two phases of four", phases.Distances),
                Line.Counted("by turns", turns.Distances)) { IsLogarithmic = true });
    }
}
