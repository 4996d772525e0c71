using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Rk4, Update = UpdateRule.Residual, Members = DepthMembers.All)]
public partial class NeuralOde : Module<Tensor, Tensor>
{
    private readonly Linear field;

    public NeuralOde(long width) : base(nameof(NeuralOde))
    {
        field = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => functional.tanh(field.call(h));
}
