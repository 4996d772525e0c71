using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Ralston, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
public partial class Coupled : Module<Tensor, Tensor, Tensor, (Tensor Position, Tensor Speed)>
{
    public Coupled() : base(nameof(Coupled))
    {
    }

    private (Tensor, Tensor) Block(Tensor x, Tensor v, Tensor mass) => (v, x.neg().div(mass));
}
