using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 1, Dt = 0.25, Members = DepthMembers.All)]
public partial class Crowded : Module<Tensor, Tensor, double, int?, long[], string, Tensor>
{
    public Crowded() : base(nameof(Crowded))
    {
    }

    private Tensor Block(Tensor h, Tensor mask, double scale, int? offset, long[] shape, object label)
        => h.mul(mask).mul(scale + (offset ?? 0) + shape.Length);
}
