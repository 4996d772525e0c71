using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>A class with everything that a module can hold: children, a parameter, a buffer, and plain fields.</summary>
[ScoreDepth(Steps = 3, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class Whole : Module<Tensor, Tensor>
{
    private readonly Linear up = Linear(3, 8);
    private readonly Linear down = Linear(8, 3);
    private readonly Dropout dropout = Dropout(0.3);
    private readonly Parameter scale = Parameter(ones(3));
    private readonly Tensor shift = zeros(3);
    private readonly double factor = 0.5;

    public Whole() : base(nameof(Whole)) => RegisterComponents();

    private Tensor Block(Tensor h) => down.call(dropout.call(up.call(h + shift).tanh())).mul(scale).mul(factor);
}
