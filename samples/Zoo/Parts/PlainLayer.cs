using ScoreGen;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A pre-norm Transformer layer with its skip, as it always is: one Euler step.</summary>
[ScoreDepth(Steps = 1, Update = UpdateRule.Residual)]
public sealed partial class PlainLayer : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly TransformerLayer layer;

    public PlainLayer(long width, long heads)
        : base(nameof(PlainLayer))
    {
        layer = new TransformerLayer(width, heads);
        RegisterComponents();
    }
}
