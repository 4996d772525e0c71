using TorchSharp.Modules;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.PeakMemory;

/// <summary>A block with a weight, whose equilibrium is sought by steps so small that none of the searches arrives.</summary>
public abstract class Settling : Module<Tensor, Tensor>
{
    private readonly Parameter weight = Parameter(ones(1));

    protected Settling() : base(nameof(Settling)) => RegisterComponents();

    protected Tensor Block(Tensor h) => h.mul(weight).mul(0.5).cos();
}

[ScoreEquilibrium(Solver = Picard, Damping = 0.01, MaxSteps = 10)]
public sealed partial class Settling10 : Settling;

[ScoreEquilibrium(Solver = Picard, Damping = 0.01, MaxSteps = 100)]
public sealed partial class Settling100 : Settling;
