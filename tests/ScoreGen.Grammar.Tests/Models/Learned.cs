using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

[ScoreDepth(Steps = 3, Dt = 0.25, Members = DepthMembers.All)]
public sealed partial class LearnedPerModel : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreDt]
    private readonly Parameter dt;

    public LearnedPerModel(params long[] shape)
        : base(nameof(LearnedPerModel))
    {
        mix = Linear(4, 4);
        dt = Parameter(zeros(shape));
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 3, Dt = 0.25, Members = DepthMembers.All)]
public sealed partial class ConstantPerModel : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public ConstantPerModel()
        : base(nameof(ConstantPerModel))
    {
        mix = Linear(4, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 3, Dt = 0.25, Members = DepthMembers.All)]
public sealed partial class LearnedPerStep : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreDt(Per = Per.Step)]
    private readonly Parameter sizes;

    public LearnedPerStep(long count)
        : base(nameof(LearnedPerStep))
    {
        mix = Linear(4, 4);
        sizes = Parameter(zeros(count));
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 3, Dt = 0.25, Members = DepthMembers.All)]
public sealed partial class LearnedPerFeature : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreDt(Per = Per.Feature)]
    private readonly Parameter rates;

    public LearnedPerFeature(long width)
        : base(nameof(LearnedPerFeature))
    {
        mix = Linear(4, 4);
        rates = Parameter(zeros(width));
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}
