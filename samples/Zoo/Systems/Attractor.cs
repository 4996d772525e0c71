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

/// <summary>A residual layer u + g(u) over the state and what the backbone proposes; without the state that its skip hands on it is c + g(y + c).</summary>
public abstract class ResidualHead : Module<Tensor, Tensor, Tensor>
{
    private readonly Conv1d mix;
    private readonly Parameter scale;

    protected ResidualHead(long width)
        : base(nameof(ResidualHead))
    {
        mix = Conv1d(width, width, 3L, padding: 1);

        // Gates start at 0.75, as in the 140M model.
        scale = Parameter(full(width, 1, 1.1f));
        RegisterComponents();
    }

    [ScoreBlock(StripSkip = true)]
    protected Tensor Block(Tensor y, Tensor c) => y + (c + (scale.sigmoid() * mix.call((y + c).tanh())));
}

/// <summary>An Attractor Model: what the backbone proposes is refined until it is at rest, and the gradient is the first two terms of the series.</summary>
[ScoreEquilibrium(MaxSteps = 64, Tolerance = 3e-4, Gradient = EquilibriumGradient.Neumann)]
public sealed partial class AttractorHead(long width) : ResidualHead(width);

/// <summary>The same with a few steps, for inference.</summary>
[ScoreDepth(Steps = 8, Dt = 1, Members = DepthMembers.Steps)]
public sealed partial class AttractorSteps(long width) : ResidualHead(width);

/// <summary>Fein-Ashley and Rashidinejad 2026: which cells of a corridor are near its treasure? The backbone sees all of it, and the head is trained at its equilibrium.</summary>
public sealed class Attractor : DepthSystem
{
    private const long Width = 16, Places = 16;

    private static readonly int[] Steps = [0, 1, 2, 3, 4, 6, 8];

    public override string Name => "attractor";

    public override string Source => "Fein-Ashley and Rashidinejad 2026, Attractor Models, arXiv 2605.12466";

    public override string Formula => "y* = c + g(y* + c) from y = c, with c the backbone's proposal";

    public override string Expected => "After training few or no steps of the solver suffice: the backbone has learned to propose what the equilibrium says.";

    public override Findings Run(Trial trial)
    {
        using var scope = NewDisposeScope();
        var model = trial.Make(() => new InjectedModel<AttractorHead>(Backbone(), new AttractorHead(Width), Width) { StartsAtInput = true });
        var before = Wrong(trial, model);
        trial.Train(model, trial.Updates(quick: 400, otherwise: 3000), 3e-3, _ =>
        {
            var (cells, isNear) = Drawn(trial, 32);
            return functional.binary_cross_entropy_with_logits(model.call(cells), isNear);
        });
        var after = Wrong(trial, model);
        return new Findings(
            [new("cells wrong at the equilibrium, share", after.AtEquilibrium), new("relative distance of the proposal before training", before.Distance), new("relative distance of the proposal", after.Distance)],
            [
                // Guessing has 0.46 wrong. The head is not idle: the state itself moves by more than half of its norm.
                Claim.AtMost("cells wrong without a step, share", after.BySteps[0], 0.05),
                Claim.AtMost("cells wrong after one step, share", after.BySteps[1], 0.01),
            ],
            new LinePicture("Steps that an Attractor Model needs after training", "steps from the backbone's proposal", "cells wrong, share", [
                new Line("that many steps", [.. Steps.Select(steps => (double)steps)], after.BySteps),
                new Line("equilibrium", [Steps[0], Steps[^1]], [after.AtEquilibrium, after.AtEquilibrium], IsExpected: true)]));
    }

    private static Sequential Backbone()
        => Sequential(Conv1d(Corridor.Kinds, 4 * Width, 15L, padding: 7), GELU(), Conv1d(4 * Width, 4 * Width, 15L, padding: 7), GELU(), Conv1d(4 * Width, Width, 1L));

    private static (Tensor Cells, Tensor IsNear) Drawn(Trial trial, long count)
    {
        var (cells, worths) = Corridor.Draw(count, Places, trial.Device);
        return (cells, (worths > 0.3).@float());
    }

    private static (double Distance, double AtEquilibrium, List<double> BySteps) Wrong(Trial trial, InjectedModel<AttractorHead> model)
    {
        var few = new AttractorSteps(Width).to(trial.Device);
        few.load_state_dict(model.Depth.state_dict());
        Devices.Seed(1000);
        var (cells, isNear) = Drawn(trial, 1024);
        var c = model.Encode(cells).detach();
        var y = model.Depth.Solve(c, c, out _);
        return (Trial.Measure(() => (c - y).norm() / y.norm()), Of(y), [.. Steps.Select(steps => Of(steps == 0 ? c : few.ForwardSteps(steps, c, c)))]);

        double Of(Tensor state) => Trial.Measure(() => (model.Read(state) > 0).ne(isNear > 0).@double().mean());
    }
}
