using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Heun, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
public partial class Frugal : Module<Tensor, Tensor?, int, Tensor>
{
    public Frugal() : base(nameof(Frugal))
    {
    }

    private Tensor Block(Tensor h, Tensor? mask, int width, [ScoreTime] double t) => h.mul(mask ?? h).mul(t + width);
}
