using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>A contraction, run to its fixed point and differentiated through the last steps.</summary>
[ScoreDepth(Steps = Steps, Dt = 0.5, Backprop = Backprop.Truncated, BackpropSteps = Last, Members = DepthMembers.All)]
public sealed partial class Equilibrium : Module<Tensor, Tensor, Tensor>
{
    public const int Steps = 60;
    public const int Last = 3;

    private readonly Linear mix;

    public Equilibrium()
        : base(nameof(Equilibrium))
    {
        mix = Linear(6, 6, dtype: ScalarType.Float64);
        RegisterComponents();
    }

    [ScoreBlock]
    public Tensor Function(Tensor z, Tensor context) => (0.5 * mix.call(z) + context).tanh();
}
