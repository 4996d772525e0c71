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

/// <summary>A looped model: a gate looks at each token after each step, and gives the chance that it exits there.</summary>
[ScoreDepth(Steps = 4, Dt = 1, Update = UpdateRule.Residual)]
public sealed partial class LoopedModel : Module<Tensor, Tensor, Tensor>
{
    private readonly Lookup layer;

    [ScoreHalt(Rule = HaltRule.Distribution, Threshold = 0.5)]
    private readonly Sequential gate;

    public LoopedModel(long width)
        : base(nameof(LoopedModel))
    {
        layer = new Lookup(width);
        gate = Sequential(Linear(width, 1), Sigmoid());
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor first) => layer.call(h, first);
}

/// <summary>Ouro 2025: tokens that point at tokens, and are to say where 1 to 3 hops lead from there, with an answer after each of four steps.</summary>
public sealed class Ouro : DepthSystem
{
    private const int Width = 64, Places = 6, Most = 3;

    public override string Name => "ouro";

    public override string Source => "Zhu et al. 2025, Ouro, arXiv 2510.25741";

    public override string Formula => "λ(t) = σ(gate(h(t))), p(t) = λ(t)·Π(1 − λ(s)); loss Σ p(t)·loss(t) − β·H(p)";

    public override string Expected => "With a bonus for the entropy of the exits depth follows difficulty; without one they collapse onto one step.";

    public override Findings Run(Trial trial)
    {
        using var scope = NewDisposeScope();
        var (rewarded, greedy) = (Exits(trial, beta: 0.1), Exits(trial, beta: 0));
        string[] hops = [.. Enumerable.Range(1, Most).Select(hops => $"{hops} hop{(hops > 1 ? "s" : "")}")];
        return new Findings(
            [new("tokens right at their exit, share, β = 0", greedy.Right), .. hops.Zip(rewarded.Steps, (name, steps) => new Figure($"mean step of exit, {name}, β = 0.1", steps)), .. hops.Zip(greedy.Steps, (name, steps) => new Figure($"mean step of exit, {name}, β = 0", steps))],
            [
                // Guessing reaches 1/6.
                Claim.AtLeast("tokens right at their exit, share, β = 0.1", rewarded.Right, 0.9),

                // 0 if exits and difficulty had nothing to do with each other.
                Claim.AtLeast("mean step of exit with 3 hops, later than with 1, β = 0.1", rewarded.Steps[^1] - rewarded.Steps[0], 0.5),

                // A quarter if all steps are as likely, 1 if there is one exit only.
                Claim.AtLeast("chance of a token's likeliest exit, β = 0", greedy.Largest, 0.9),
                Claim.AtMost("chance of a token's likeliest exit, β = 0.1", rewarded.Largest, 0.7),
            ],
            new MapPicture("Chance to exit after a step", "step", "difficulty and weight β of the entropy", [.. hops.Select(name => $"{name}, β = 0.1"), .. hops.Select(name => $"{name}, β = 0")], ["1", "2", "3", "4"], [.. rewarded.Map, .. greedy.Map]));
    }

    private static (double Right, double Largest, IReadOnlyList<double> Steps, IReadOnlyList<IReadOnlyList<double>> Map) Exits(Trial trial, double beta)
    {
        using var model = trial.Make(() => new PointerModel<LoopedModel>(new LoopedModel(Width), Width, Places, Most));
        trial.Train(model, trial.Updates(quick: 1000, otherwise: 4000), 3e-3, _ =>
        {
            var asked = Pointers.Draw(64, Places, Most, trial.Device);
            var (states, exits) = Answered(asked);
            return HaltLosses.Expected(exits, stack(states.Select(state => model.Losses(state, asked)))) - (beta * HaltLosses.Entropy(exits));
        });
        using var off = no_grad();
        Devices.Seed(1000);
        var asked = Pointers.Draw(512, Places, Most, trial.Device);
        var (_, exits) = Answered(asked);
        var byStep = exits.unbind().Select(asked.ByHops).ToList();
        List<IReadOnlyList<double>> map = [.. Enumerable.Range(0, Most).Select(hops => byStep.Select(step => step[hops]).ToList())];
        var right = model.Right(model.Through(asked, (depth, h) => depth.call(h, h)), asked).mean().ToDouble();
        return (right, exits.amax([0]).mean().ToDouble(), [.. map.Select(chances => chances.Select((chance, step) => chance * (step + 1)).Sum())], map);

        (Tensor[] States, Tensor Exits) Answered(Pointers asked) => model.Through(asked, (depth, h) => depth.ForwardWithExits(h, h));
    }
}
