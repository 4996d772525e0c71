using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Members = DepthMembers.Energy)]
public sealed partial class Gated : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix, gate;

    public Gated(long width) : base(nameof(Gated))
    {
        mix = Linear(width, width);
        gate = Linear(2 * width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor prompt) => mix.call(h + prompt).tanh();

    [ScoreDt]
    private Tensor Gate(Tensor h, Tensor f, Tensor prompt) => gate.call(cat(new[] { f, prompt }, -1)).sigmoid();
}

[ScoreDepth(Steps = 2, Members = DepthMembers.Energy)]
public sealed partial class KeepAndWrite : Module<Tensor, Tensor>
{
    private readonly Linear mix, forget;

    public KeepAndWrite(long width) : base(nameof(KeepAndWrite))
    {
        mix = Linear(width, width);
        forget = Linear(width, width);
        RegisterComponents();
    }

    [ScoreBlock(StripSkip = true)]
    private Tensor Block(Tensor h) => h + mix.call(h).tanh();

    [ScoreDt]
    private (Tensor keep, Tensor write) Gate(Tensor h, Tensor f, [ScoreStep] int step)
    {
        var keep = forget.call(f - h).sigmoid();
        return (keep, step + 1 - keep);
    }
}
