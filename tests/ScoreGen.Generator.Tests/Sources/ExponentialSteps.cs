using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Dt = 1.5, Integrator = ExponentialEuler)]
public partial class Leaky : Module<Tensor, Tensor>
{
    public Leaky() : base(nameof(Leaky))
    {
    }

    private Tensor Block(Tensor h) => h.cos();
}
