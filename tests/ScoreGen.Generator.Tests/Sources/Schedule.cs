using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 3, DtSchedule = new[] { 0.5, 0.1, 0.5 }, Integrator = Midpoint, Lipschitz = 0.9)]
public partial class Annealed : Module<Tensor, Tensor>
{
    private readonly Linear map;

    public Annealed(long width) : base(nameof(Annealed))
    {
        map = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, [ScoreTime] double t) => map.call(h).mul(t);
}
