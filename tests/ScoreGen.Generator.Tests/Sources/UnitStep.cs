using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 3, Dt = 1)]
public partial class FixedPoint : Module<Tensor, Tensor>
{
    private readonly Linear map;

    public FixedPoint(long width) : base(nameof(FixedPoint))
    {
        map = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => map.call(h);
}
