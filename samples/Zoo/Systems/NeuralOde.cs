using ScoreGen;
using TorchSharp;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>The velocity, integrated from time 0 to 1 by classical Runge-Kutta steps, as many as the caller likes.</summary>
[ScoreDepth(Steps = 4, Integrator = Integrator.Rk4, Update = UpdateRule.Residual, KeepHorizon = true, Members = DepthMembers.Steps)]
public sealed partial class NeuralOde : Module<Tensor, Tensor>
{
    private readonly Velocity velocity = new(width: 2, hidden: 64);

    public NeuralOde()
        : base(nameof(NeuralOde)) => RegisterComponents();

    private Tensor Block(Tensor h, [ScoreTime] double time) => velocity.call(h, time);
}

/// <summary>A residual stack of shared weights: each layer adds its share of the velocity.</summary>
[ScoreDepth(Steps = 4, Update = UpdateRule.Residual, KeepHorizon = true, Members = DepthMembers.Steps)]
public sealed partial class ResidualStack : Module<Tensor, Tensor>
{
    private readonly Velocity velocity = new(width: 2, hidden: 64);

    public ResidualStack()
        : base(nameof(ResidualStack)) => RegisterComponents();

    private Tensor Block(Tensor h, [ScoreTime] double time) => velocity.call(h, time);
}

/// <summary>Chen et al. 2018: what is learned is a flow, so that the number of steps may change after training.</summary>
public sealed class NeuralOdes : DepthSystem
{
    private static readonly int[] Steps = [2, 4, 8, 16];

    public override string Name => "neural-ode";

    public override string Source => "Chen, Rubanova, Bettencourt and Duvenaud 2018, Neural Ordinary Differential Equations, arXiv 1806.07366";

    public override string Formula => "dh/dt = F(h, t)";

    public override string Expected => "Trained with 4 Rk4 steps, it is the same function with 2, 8 and 16; a residual stack of shared weights is another one. The error falls with the fourth power of the step.";

    public override Findings Run(Trial trial)
    {
        using var flow = Trained(trial, () => new NeuralOde());
        using var stack = Trained(trial, () => new ResidualStack());
        // In double precision, which tells 8 steps from 16.
        using var scope = NewDisposeScope();
        flow.to(float64);
        stack.to(float64);
        var (points, places) = Twist.Draw(-1, 2048, trial.Device);
        var precise = points.to(float64);
        var (ofFlow, ofStack) = (Apart(flow.ForwardSteps), Apart(stack.ForwardSteps));
        var order = Trial.Measure(() => (flow.ForwardSteps(8, precise) - flow.ForwardSteps(256, precise)).norm().div((flow.ForwardSteps(16, precise) - flow.ForwardSteps(256, precise)).norm()).log2());
        return new Findings(
            [new("test error of the neural ODE", Error(flow)), new("test error of the residual stack", Error(stack)), new("residual stack: largest difference between 2, 8 or 16 steps and 4", ofStack.Max())],
            [
                // Functions that have nothing in common are 1.4 apart. Rk4 itself is 0.15 off where two steps turn the rim by a right angle each; 0.06 to 0.16 was seen.
                Claim.AtMost("neural ODE: largest difference between 2, 8 or 16 steps and 4", ofFlow.Max(), 0.25),
                // 8 to 16 was seen.
                Claim.AtLeast("residual stack: the same, over the neural ODE's", ofStack.Max() / ofFlow.Max(), 3),
                new Claim("observed order of the neural ODE, from 8 steps to 16", order, 3.5, 4.5),
            ],
            new LinePicture("Trained with 4 steps, run with others", "steps", "difference from 4 steps, relative", Over("neural ODE (Rk4)", ofFlow), Over("residual stack of shared weights", ofStack)));

        double Error(Module<Tensor, Tensor> model) => Trial.Measure(() => functional.mse_loss(model.call(precise), places));

        IReadOnlyList<double> Apart(Func<int, Tensor, Tensor> run) => [.. Steps.Select(n => Trial.Measure(() => (run(n, precise) - run(4, precise)).norm() / run(4, precise).norm()))];
    }

    private static Line Over(string name, IReadOnlyList<double> apart) => new(name, [.. Steps.Select(n => (double)n)], apart);

    private static T Trained<T>(Trial trial, Func<T> make)
        where T : Module<Tensor, Tensor>
    {
        var model = trial.Make(make);
        using var scope = NewDisposeScope();
        var (points, places) = Twist.Draw(trial.Seed, 4096, trial.Device);
        trial.Train(model, trial.Updates(quick: 1500, otherwise: 4000), 1e-2, _ =>
        {
            var some = randint(4096, 128, device: trial.Device);
            return functional.mse_loss(model.call(points[some]), places[some]);
        });
        return model;
    }
}
