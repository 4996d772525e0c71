using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>Before each step of the layer a linear map makes one of state and input, as in Huginn; it may learn to amplify.</summary>
[ScoreDepth(Steps = 16, Dt = 1, Members = DepthMembers.Steps)]
public sealed partial class Adapter : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear adapt;
    private readonly Mlp layer;

    public Adapter(long width)
        : base(nameof(Adapter))
    {
        adapt = Linear(2 * width, width, hasBias: false);
        layer = new Mlp(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor input) => adapt.call(cat([h, input], -1));

    [ScoreAfterStep]
    private Tensor Layer(Tensor h) => h + layer.call(h);
}
