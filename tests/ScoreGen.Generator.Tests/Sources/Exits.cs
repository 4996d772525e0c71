using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 8)]
public sealed partial class Settling : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public Settling(long width) : base(nameof(Settling))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreExit]
    private bool Settled(Tensor before, Tensor after) => (after - before).abs().max().item<float>() < 0.01;
}

[ScoreDepth(Steps = 8)]
public sealed partial class SettlingBySample : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public SettlingBySample(long width) : base(nameof(SettlingBySample))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreExit]
    private Tensor Settled(Tensor before, Tensor after, [ScoreStep] int step) => (after - before).abs().amax(-1) < 0.01 / (step + 1);
}
