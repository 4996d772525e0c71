using ScoreGen;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>Before each step of the layer the input is added to the state, of which nothing is forgotten.</summary>
[ScoreDepth(Steps = 16, Dt = 1, Update = UpdateRule.Residual, Members = DepthMembers.Steps)]
public sealed partial class Addition : Module<Tensor, Tensor, Tensor>
{
    private readonly Mlp layer;

    public Addition(long width)
        : base(nameof(Addition))
    {
        layer = new Mlp(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor input) => input;

    [ScoreAfterStep]
    private Tensor Layer(Tensor h) => h + layer.call(h);
}
