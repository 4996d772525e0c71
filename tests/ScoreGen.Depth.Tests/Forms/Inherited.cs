using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>An annotated class that others derive from.</summary>
[ScoreDepth(Steps = 2, Dt = 0.5, Members = DepthMembers.Steps)]
public partial class Shallow : Module<Tensor, Tensor>
{
    public Shallow() : base(nameof(Shallow))
    {
    }

    protected virtual Tensor Block(Tensor h) => h.cos();
}

/// <summary>The same block, deeper.</summary>
[ScoreDepth(Steps = 6, Dt = 0.25, Integrator = Integrator.Heun)]
public sealed partial class Deeper : Shallow;

/// <summary>The same depth, another block.</summary>
public sealed class OtherBlock : Shallow
{
    protected override Tensor Block(Tensor h) => h.sin();
}
