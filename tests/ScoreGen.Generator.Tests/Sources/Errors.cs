using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 0, Members = DepthMembers.All)]
public partial class Impossible : Module<Tensor, bool, Tensor>
{
    public Impossible() : base(nameof(Impossible))
    {
    }

    private Tensor Block(Tensor steps, bool h) => steps;
}

[ScoreDepth(Members = DepthMembers.Steps)]
public partial class NotAModule
{
}

[ScoreDepth(Members = DepthMembers.States)]
public partial class Taken : Module<Tensor, Tensor>
{
    public Taken() : base(nameof(Taken))
    {
    }

    private int Depth => 3;

    private Tensor Block(Tensor h) => h;
}
