using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreEquilibrium(Tolerance = 1e-5, Members = DepthMembers.All)]
public sealed partial class Attractor : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear layer;

    public Attractor(long width) : base(nameof(Attractor))
    {
        layer = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor input) => layer.call(h).add(input).tanh();
}

[ScoreEquilibrium(
    Solver = FixedPointSolver.Broyden,
    Update = UpdateRule.Residual,
    OnDivergence = OnDivergence.Throw,
    Gradient = EquilibriumGradient.Neumann,
    GradientSteps = 2,
    Members = DepthMembers.Spectrum | DepthMembers.Jacobian)]
public partial class Balance : Module<Tensor, Tensor, bool, (Tensor Prey, Tensor Hunters)>
{
    public Balance() : base(nameof(Balance))
    {
    }

    private (Tensor, Tensor) Block(Tensor prey, Tensor hunters, bool isWinter) => (prey.sub(prey.mul(hunters)), prey.mul(hunters).sub(hunters));
}

[ScoreEquilibrium(Solver = FixedPointSolver.Picard, Damping = 0.7, Gradient = EquilibriumGradient.Phantom, GradientSteps = 3)]
public partial class PreNormEquilibrium : Module<Tensor, Tensor>
{
    [ScoreBlock(StripSkip = true)]
    private readonly TransformerEncoderLayer block = TransformerEncoderLayer(16, 2, 32, 0);

    public PreNormEquilibrium() : base(nameof(PreNormEquilibrium)) => RegisterComponents();
}

[ScoreEquilibrium]
public partial class FurtherEquilibrium : PreNormEquilibrium
{
    public Tensor Map(Tensor h) => h;

    [ScoreBlock]
    private Tensor Solved(Tensor found) => found.cos();
}
