using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 3, Backprop = Backprop.Segments, BackpropSteps = 2, Members = DepthMembers.Steps | DepthMembers.Energy | DepthMembers.States)]
public sealed partial class Segmented : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public Segmented(long width) : base(nameof(Segmented))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}
