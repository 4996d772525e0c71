using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 4, Backprop = Backprop.Truncated, BackpropSteps = 1, Tolerance = 1e-3, Members = DepthMembers.All)]
public partial class Equilibrium : Module<Tensor, Tensor>
{
    public Equilibrium() : base(nameof(Equilibrium))
    {
    }

    private Tensor Block(Tensor h) => h.tanh();
}
