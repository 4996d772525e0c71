using Samples.CommandLine;
using ScoreGen;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>Each place looks at its neighbours, and at its input x at every step anew, by a layer that contracts.</summary>
public abstract class InjectedLayer : Module<Tensor, Tensor, Tensor>
{
    private readonly ContractingConvolution mix;

    protected InjectedLayer(long width)
        : base(nameof(InjectedLayer))
    {
        mix = new ContractingConvolution(width);
        RegisterComponents();
    }

    protected Tensor Block(Tensor z, Tensor x) => (mix.call(z) + x).relu();
}

/// <summary>A deep equilibrium network: the state at which the layer comes to rest, and the gradient of that state.</summary>
[ScoreEquilibrium(MaxSteps = 60, Tolerance = 5e-4)]
public sealed partial class DeepEquilibrium(long width) : InjectedLayer(width);

/// <summary>The same with the phantom gradient: that of one more step from the equilibrium.</summary>
[ScoreEquilibrium(MaxSteps = 60, Tolerance = 5e-4, Gradient = EquilibriumGradient.Phantom)]
public sealed partial class PhantomEquilibrium(long width) : InjectedLayer(width);

/// <summary>The same layer taken 32 times, with the gradient of all steps.</summary>
[ScoreDepth(Steps = 32, Dt = 1, Members = DepthMembers.Steps)]
public sealed partial class DeepUnroll(long width) : InjectedLayer(width);

/// <summary>Bai et al. 2019: a map that contracts is learned from its fixed points alone.</summary>
public sealed class Deq : DepthSystem
{
    private const long Width = 16, Places = 12, Cells = 262144;

    public override string Name => "deq";

    public override string Source => "Bai, Kolter and Koltun 2019, Deep Equilibrium Models, arXiv 1909.01377";

    public override string Formula => "z* = F(z*, x), backwards u = v + Jᵀu";

    public override string Expected => "It is as exact as an unroll of 32 steps, at memory that does not grow with the search; its implicit gradient is that of the unroll, and the phantom gradient is cheaper and near it.";

    public override Findings Run(Trial trial)
    {
        using var scope = NewDisposeScope();
        var (unroll, deq, phantom) = (Trained(trial, () => new DeepUnroll(Width)), Trained(trial, () => new DeepEquilibrium(Width)), Trained(trial, () => new PhantomEquilibrium(Width)));
        var errors = new Module<Tensor, Tensor>[] { unroll, deq, phantom }.Select(model => Corridor.Error(model, Places, trial.Device)).ToList();
        double[] lengths = [4, 8, 32];

        // The first round fills the gaps that trainings left in the heap, and does not count.
        _ = Kept();
        var kept = Kept();
        var exact = Gradient(trial, unroll, deq);
        return new Findings(
            [new("error (RMS) of the unroll", errors[0]), new("error (RMS) with the phantom gradient", errors[2]), .. kept.Zip(lengths, (one, length) => new Figure($"evaluations, corridors of {length} cells", one.Evaluations))],
            [
                // Whoever always says the mean worth is wrong by 0.34.
                Claim.AtMost("error (RMS) of the equilibrium", errors[1], 0.12),
                Claim.AtMost("error of the equilibrium over that of the unroll", errors[1] / errors[0], 1.5),

                // Random directions in some 900 dimensions have a cosine of 0 ± 0.03.
                Claim.AtLeast("cosine of the implicit gradient and that of the unroll", Gradients.Cosine(exact, Gradient(trial, deq, deq)), 0.98),
                Claim.AtLeast("cosine of the phantom gradient and that of the unroll", Gradients.Cosine(exact, Gradient(trial, phantom, deq)), 0.3),
                Claim.AtMost("memory that a further evaluation takes, over that of a step", (kept[^1].Equilibrium - kept[0].Equilibrium) / (kept[^1].Unroll - kept[0].Unroll), 0.2),
            ],
            new LinePicture("What a pass keeps for its gradient", "cells of a corridor: the longer, the more evaluations it takes", "memory that stays in use, MB", [
                new Line("equilibrium", lengths, [.. kept.Select(one => one.Equilibrium)]),
                new Line("unroll of as many steps", lengths, [.. kept.Select(one => one.Unroll)])]));

        List<(double Evaluations, double Equilibrium, double Unroll)> Kept() => lengths.Select(length => Deq.Kept(trial, deq, unroll, (long)length)).ToList();
    }

    private static InjectedModel<TDepth> Trained<TDepth>(Trial trial, Func<TDepth> depth)
        where TDepth : Module<Tensor, Tensor, Tensor>
    {
        var model = trial.Make(() => new InjectedModel<TDepth>(Conv1d(Corridor.Kinds, Width, 1L), depth(), Width));
        trial.Train(model, trial.Updates(quick: 400, otherwise: 3000), 1e-2, _ => Corridor.Loss(model, 32, Places, trial.Device));
        return model;
    }

    /// <summary>The gradient of the mean worth that a depth computes at the weights of another model.</summary>
    private static Tensor Gradient(Trial trial, Module<Tensor, Tensor> depth, Module<Tensor, Tensor> weights)
    {
        depth.load_state_dict(weights.state_dict());
        Devices.Seed(1001);
        return Gradients.Of(depth, () => depth.call(Corridor.Draw(256, Places, trial.Device).Cells).mean());
    }

    private static (double Evaluations, double Equilibrium, double Unroll) Kept(Trial trial, InjectedModel<DeepEquilibrium> deq, InjectedModel<DeepUnroll> unroll, long length)
    {
        var x = deq.Encode(Corridor.Draw(Cells / length, length, trial.Device).Cells);
        var z = zeros_like(x);
        deq.Depth.Solve(z, x, out var report);
        return (report.Evaluations, Memory.Kept(() => deq.Depth.call(z, x)), Memory.Kept(() => unroll.Depth.ForwardSteps(report.Evaluations, z, x)));
    }
}
