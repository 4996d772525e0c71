using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Quickstart;

/// <summary>Four layers of depth with the weights of one. The compiler writes <c>forward</c>.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class SharedDepth : Module<Tensor, Tensor>
{
    private readonly Linear layer;

    public SharedDepth(long width)
        : base(nameof(SharedDepth))
    {
        layer = Linear(width, width);
        RegisterComponents();
    }

    [ScoreBlock]
    private Tensor Block(Tensor h) => functional.gelu(layer.call(h));
}
