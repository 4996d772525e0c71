using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Euler, Members = DepthMembers.Steps)]
public sealed partial class Paced : Module<Tensor, Tensor>
{
    private readonly Linear layer;

    [ScoreDt(Per = Per.Feature)]
    private readonly Parameter pace;

    public Paced(long width) : base(nameof(Paced))
    {
        layer = Linear(width, width);
        pace = Parameter(zeros(width));
        RegisterComponents();
    }

    [ScoreBlock]
    private Tensor Block(Tensor h) => layer.call(h).tanh();
}
