using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static ScoreGen.EquilibriumGradient;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>A block that contracts, with two contexts: its slope is at most 0.6.</summary>
public abstract class Contraction : Module<Tensor, Tensor, Tensor, Tensor>
{
    public const long Width = 5;

    private const double Slope = 0.6;

    private readonly Linear mix = Linear(Width, Width, dtype: float64);

    protected Contraction()
        : base(nameof(Contraction))
    {
        RegisterComponents();
        Waves.Fill(this);
        using var frozen = no_grad();
        mix.weight!.mul_(Slope / linalg.matrix_norm(mix.weight, 2).ToDouble());
    }

    internal int Evaluations { get; private set; }

    public Tensor Block(Tensor h, Tensor input, Tensor scale)
    {
        Evaluations++;
        return mix.call(h).add(input).tanh().mul(scale);
    }
}

/// <summary>What the generator adds beside <c>forward</c>.</summary>
public interface ISolvable
{
    Tensor Solve(Tensor h, Tensor input, Tensor scale, out EquilibriumReport report);
}

[ScoreEquilibrium(Solver = Picard, Tolerance = 1e-13, MaxSteps = 200)]
public sealed partial class PicardNet : Contraction, ISolvable;

[ScoreEquilibrium(Tolerance = 1e-13, MaxSteps = 200, Members = DepthMembers.All)]
public sealed partial class AndersonNet : Contraction, ISolvable;

[ScoreEquilibrium(Solver = Broyden, Memory = 3, Tolerance = 1e-13, MaxSteps = 200)]
public sealed partial class BroydenNet : Contraction, ISolvable;

/// <summary>The cheapest gradient: that of one evaluation, as if the state it starts from were given.</summary>
[ScoreEquilibrium(Gradient = Neumann, GradientSteps = 0, Tolerance = 1e-13, MaxSteps = 200)]
public sealed partial class OneTermNet : Contraction, ISolvable;

[ScoreEquilibrium(Gradient = Phantom, GradientSteps = 2, Damping = 0.7, Tolerance = 1e-13, MaxSteps = 200)]
public sealed partial class TwoStepNet : Contraction, ISolvable;
