using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[ScoreDepth(Steps = 1, Dt = 0.5)]
partial class Tiny : Module<Tensor, Tensor>
{
    public Tiny() : base(nameof(Tiny))
    {
    }

    private Tensor Block(Tensor h) => h.tanh();
}
