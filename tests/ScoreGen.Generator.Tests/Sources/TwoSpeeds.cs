using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Dt = 1)]
public sealed partial class Reasoner : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly Linear net;

    public Reasoner(long width) : base(nameof(Reasoner))
    {
        net = Linear(width, width);
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 2, Updates = 1)]
    private Tensor Think(Tensor y, Tensor z, Tensor x) => net.call(z + y + x).tanh();

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Answer(Tensor y, Tensor z, Tensor x) => net.call(y + z).tanh();
}

[ScoreDepth(Integrator = Integrator.Heun, Members = DepthMembers.Energy | DepthMembers.Spectrum | DepthMembers.Jacobian)]
public sealed partial class Halves : Module<Tensor, Tensor, (Tensor, Tensor)>
{
    public Halves() : base(nameof(Halves)) => RegisterComponents();

    [ScoreBlock(Order = 1, Updates = 0)]
    private Tensor First(Tensor x, Tensor v) => v.sin();

    [ScoreBlock(Order = 2, Updates = 1, StripSkip = true)]
    private Tensor Second(Tensor x, Tensor v) => v + x.cos();
}
