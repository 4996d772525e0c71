using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 3, Weights = WeightSharing.PerStep, Members = DepthMembers.All)]
public partial class Stack : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly ModuleList<Module<Tensor, Tensor>> layers;

    public Stack(long width) : base(nameof(Stack))
    {
        layers = ModuleList<Module<Tensor, Tensor>>(Linear(width, width), Linear(width, width), Linear(width, width));
        RegisterComponents();
    }
}
