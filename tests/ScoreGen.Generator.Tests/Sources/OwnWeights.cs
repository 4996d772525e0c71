using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2)]
public sealed partial class LowRank : Module<Tensor, Tensor>
{
    private readonly Linear mix;
    private readonly ModuleList<Sequential> adapters;
    private readonly Parameter scales;

    public LowRank(long width) : base(nameof(LowRank))
    {
        mix = Linear(width, width);
        adapters = ModuleList(Sequential(Linear(width, 2), Linear(2, width)), Sequential(Linear(width, 2), Linear(2, width)));
        scales = Parameter(zeros(2, width));
        RegisterComponents();
    }

    private Tensor Block(Tensor h, [ScorePerStep(nameof(adapters))] Sequential adapter, [ScorePerStep(nameof(scales))] Tensor scale)
        => (mix.call(h) + adapter.call(h)).tanh() * (1 + scale);
}

[ScoreDepth(Integrator = Integrator.Midpoint, Cycles = 2, Members = DepthMembers.States | DepthMembers.Spectrum)]
public sealed partial class TwoOwners : Module<Tensor, Tensor>
{
    private readonly ParameterList? shifts;

    public TwoOwners(ParameterList? shifts) : base(nameof(TwoOwners))
    {
        this.shifts = shifts;
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 2)]
    private Tensor First(Tensor h, [ScorePerStep(nameof(shifts))] Tensor shift) => h.sin() + shift;

    [ScoreBlock(Order = 2)]
    private Tensor Second(Tensor h) => h.cos();
}
