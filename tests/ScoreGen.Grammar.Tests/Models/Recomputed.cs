using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>A block with dropout and a context, run through by each way of going backward.</summary>
public abstract class Dropping : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear up;
    private readonly Linear down;
    private readonly Dropout dropout;

    protected Dropping()
        : base(nameof(Dropping))
    {
        up = Linear(8, 32);
        down = Linear(32, 8);
        dropout = Dropout(0.3);
        RegisterComponents();
    }

    public int Evaluations { get; private set; }

    /// <summary>The evaluation, counted from 1, that throws; 0 for none.</summary>
    public int FailsAt { get; set; }

    protected Tensor Block(Tensor h, Tensor context)
    {
        Evaluations++;
        if (Evaluations == FailsAt)
        {
            throw new TimeoutException("The block gave up.");
        }

        return down.call(dropout.call(functional.gelu(up.call(h) + context)));
    }
}

[ScoreDepth(Steps = 4, Dt = 0.4, Members = DepthMembers.All)]
public sealed partial class FullDropping : Dropping;

[ScoreDepth(Steps = 4, Dt = 0.4, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
public sealed partial class CheckpointedDropping : Dropping;

[ScoreDepth(Steps = 4, Dt = 0.4, Backprop = Backprop.Checkpoint, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class CheckpointedHeun : Dropping;

[ScoreDepth(Steps = 4, Dt = 0.4, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class FullHeun : Dropping;

[ScoreDepth(Steps = 4, Dt = 0.4, Backprop = Backprop.Truncated, BackpropSteps = 1, Members = DepthMembers.All)]
public sealed partial class TruncatedDropping : Dropping;
