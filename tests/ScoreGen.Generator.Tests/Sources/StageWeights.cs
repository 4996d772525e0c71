using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Integrator.Rk4)]
public sealed partial class Weighed : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreStageWeights]
    private readonly Parameter weights = Parameter(zeros(4));

    public Weighed(long width) : base(nameof(Weighed))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 2, Integrator = Integrator.Heun, Update = UpdateRule.Residual, Members = DepthMembers.Steps)]
public sealed partial class Mixed : Module<Tensor, Tensor>
{
    private readonly Linear mix, share;

    public Mixed(long width) : base(nameof(Mixed))
    {
        mix = Linear(width, width);
        share = Linear(2 * width, 1);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreStageWeights]
    private Tensor Mix(Tensor k1, Tensor k2) => share.call(cat(new[] { k1, k2 }, -1)).sigmoid();
}
