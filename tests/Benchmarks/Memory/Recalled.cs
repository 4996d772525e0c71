using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Memory;

/// <summary>A block that saves four times the state for its backward pass.</summary>
public abstract class Recalled : Module<Tensor, Tensor>
{
    private readonly Linear up;
    private readonly Linear down;

    protected Recalled()
        : base(nameof(Recalled))
    {
        up = Linear(64, 256);
        down = Linear(256, 64);
        RegisterComponents();
    }

    protected Tensor Block(Tensor h) => down.call(functional.gelu(up.call(h)));
}

[ScoreDepth(Steps = 4)]
public sealed partial class Full4 : Recalled;

[ScoreDepth(Steps = 16)]
public sealed partial class Full16 : Recalled;

[ScoreDepth(Steps = 64)]
public sealed partial class Full64 : Recalled;

[ScoreDepth(Steps = 4, Backprop = Backprop.Checkpoint)]
public sealed partial class Checkpoint4 : Recalled;

[ScoreDepth(Steps = 16, Backprop = Backprop.Checkpoint)]
public sealed partial class Checkpoint16 : Recalled;

[ScoreDepth(Steps = 64, Backprop = Backprop.Checkpoint)]
public sealed partial class Checkpoint64 : Recalled;

[ScoreDepth(Steps = 4, Backprop = Backprop.Truncated, BackpropSteps = 2)]
public sealed partial class Truncated4 : Recalled;

[ScoreDepth(Steps = 16, Backprop = Backprop.Truncated, BackpropSteps = 2)]
public sealed partial class Truncated16 : Recalled;

[ScoreDepth(Steps = 64, Backprop = Backprop.Truncated, BackpropSteps = 2)]
public sealed partial class Truncated64 : Recalled;

[ScoreEquilibrium(Solver = FixedPointSolver.Picard, Damping = 0.01, MaxSteps = 10)]
public sealed partial class Settling10 : Recalled;

[ScoreEquilibrium(Solver = FixedPointSolver.Picard, Damping = 0.01, MaxSteps = 100)]
public sealed partial class Settling100 : Recalled;
