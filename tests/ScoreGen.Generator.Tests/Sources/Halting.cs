using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 8)]
public sealed partial class Pondering : Module<Tensor, Tensor>
{
    private readonly Linear mix, stop;

    public Pondering(long width) : base(nameof(Pondering))
    {
        mix = Linear(width, width);
        stop = Linear(width, 1);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreHalt]
    private Tensor Halt(Tensor h) => stop.call(h).sigmoid();
}

[ScoreDepth(Steps = 8)]
public sealed partial class Universal : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreHalt(Rule = HaltRule.Mixture, Threshold = 0.9)]
    private readonly Sequential halt;

    public Universal(long width) : base(nameof(Universal))
    {
        mix = Linear(width, width);
        halt = Sequential(Linear(width, 1), Sigmoid());
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 2)]
public sealed partial class Exiting : Module<Tensor, Tensor>
{
    private readonly Linear mix, stop;

    public Exiting(long width) : base(nameof(Exiting))
    {
        mix = Linear(width, width);
        stop = Linear(width, 1);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreHalt(Rule = HaltRule.Distribution, Threshold = 0.5)]
    private Tensor Halt(Tensor h) => stop.call(h).sigmoid();
}
