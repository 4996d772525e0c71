using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Cycles = 2, Integrator = Midpoint, Dt = 0.5, Members = DepthMembers.All)]
public partial class TwoPhases : Module<Tensor, Tensor, Tensor>
{
    [ScoreBlock(Order = 2, Steps = 1, StripSkip = true)]
    private readonly Pooled pool;

    public TwoPhases(long width) : base(nameof(TwoPhases))
    {
        pool = new Pooled(width);
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 2)]
    private Tensor Mix(Tensor h, Tensor mask, [ScoreStage] int stage) => h.mul(mask).mul(stage + 1);
}

public sealed class Pooled : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear map;

    public Pooled(long width) : base(nameof(Pooled))
    {
        map = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor weights) => x + map.call(x).mul(weights);
}
