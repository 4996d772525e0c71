using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Dt = 0.5, Integrator = ExponentialEuler, Members = DepthMembers.All)]
public partial class Learned : Module<Tensor, Tensor>
{
    [ScoreDt(Per = Per.Step, Max = 2)]
    private readonly Parameter pace = Parameter(zeros(2));

    public Learned() : base(nameof(Learned))
    {
        RegisterComponents();
    }

    [ScoreBlock(StripSkip = true)]
    private Tensor Block(Tensor h) => h + h.tanh();
}
