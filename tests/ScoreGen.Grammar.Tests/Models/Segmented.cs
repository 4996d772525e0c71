using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>Five steps in segments of two, the last of one.</summary>
[ScoreDepth(Steps = 5, Backprop = Backprop.Segments, BackpropSteps = 2, Members = DepthMembers.All)]
public sealed partial class SegmentedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);

    public SegmentedNet()
        : base(nameof(SegmentedNet)) => RegisterComponents();

    public Tensor Apply(Tensor h) => Block(h);

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

/// <summary>Forty steps, as a loop.</summary>
[ScoreDepth(Steps = 40, Dt = 0.1, Backprop = Backprop.Segments, BackpropSteps = 7, Members = DepthMembers.Steps)]
public sealed partial class DeepSegments : Module<Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);

    public DeepSegments()
        : base(nameof(DeepSegments)) => RegisterComponents();

    public Tensor Apply(Tensor h) => Block(h);

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}
