using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.PeakMemory;

/// <summary>A block without weights that leaves a temporary behind, so that states are all that a pass takes memory for.</summary>
public abstract class Cosines : Module<Tensor, Tensor>
{
    protected Cosines() : base(nameof(Cosines))
    {
    }

    protected Tensor Block(Tensor h) => h.mul(0.5).cos();
}

[ScoreDepth(Steps = 4, Dt = 0.1, Members = DepthMembers.All)]
public sealed partial class Euler4 : Cosines;

[ScoreDepth(Steps = 64, Dt = 0.1, Members = DepthMembers.All)]
public sealed partial class Euler64 : Cosines;

[ScoreDepth(Steps = 4, Dt = 0.1, Integrator = Rk4, Members = DepthMembers.All)]
public sealed partial class Rk4Times4 : Cosines;

[ScoreDepth(Steps = 64, Dt = 0.1, Integrator = Rk4, Members = DepthMembers.All)]
public sealed partial class Rk4Times64 : Cosines;
