using ScoreGen;
using TorchSharp;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;

namespace Modern;

/// <summary>Several stages and checkpoints, so that the generator writes its helpers as well.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Rk4, Backprop = Backprop.Checkpoint, Members = DepthMembers.Trace)]
public sealed partial class Encoder : nn.Module<Tensor, Tensor>
{
    private readonly Linear layer = nn.Linear(4, 4);

    public Encoder() : base(nameof(Encoder)) => RegisterComponents();

    private Tensor Block(Tensor h) => layer.call(h).tanh();
}
