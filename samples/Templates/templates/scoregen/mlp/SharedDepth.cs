using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>Four steps deep, with the weights of one: the compiler writes <c>forward</c>. Go to its definition to read it.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class SharedDepth : Module<Tensor, Tensor>
{
    private readonly Linear layer;

    public SharedDepth(long width) : base(nameof(SharedDepth))
    {
        layer = Linear(width, width);
        RegisterComponents();
    }

    /// <summary>One step: from a state (batch × width) to another of the same shape.</summary>
    [ScoreBlock]
    public Tensor Block(Tensor h) => functional.gelu(layer.call(h));
}
