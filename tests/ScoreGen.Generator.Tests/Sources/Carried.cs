using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2)]
public sealed partial class Momentum : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix;

    public Momentum(long width) : base(nameof(Momentum))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    private (Tensor, Tensor) Block(Tensor h, Tensor prompt, [ScoreCarry] Tensor? velocity)
    {
        var pull = mix.call(h + prompt).tanh();
        var next = velocity is null ? pull : 0.5 * velocity + pull;
        return (next, next);
    }
}

[ScoreDepth(Backprop = Backprop.Checkpoint, Members = DepthMembers.Energy)]
public sealed partial class Recalled : Module<Tensor, Tensor, (Tensor, Tensor)>
{
    public Recalled() : base(nameof(Recalled)) => RegisterComponents();

    [ScoreBlock(Order = 1)]
    private (Tensor, Tensor, Tensor?) First(Tensor x, Tensor v, [ScoreCarry] Tensor? memory) => (v.sin(), x.cos(), memory ?? x);

    [ScoreBlock(Order = 2)]
    private (Tensor, Tensor) Second(Tensor x, Tensor v) => (v.cos(), x.sin());
}

[ScoreDepth(Steps = 3, Backprop = Backprop.Segments, BackpropSteps = 1, Members = DepthMembers.States | DepthMembers.Energy)]
public sealed partial class SegmentsThatRemember : Module<Tensor, Tensor>
{
    public SegmentsThatRemember() : base(nameof(SegmentsThatRemember)) => RegisterComponents();

    private (Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? memory) => (h.sin(), h + (memory ?? h));
}
