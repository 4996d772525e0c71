using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A Transformer of 16 layers, each with weights of its own.</summary>
[ScoreDepth(Steps = 16, Dt = 1, Update = UpdateRule.Residual)]
public sealed partial class DeepTransformer : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerLayer> layers;

    /// <param name="width">The width of the state.</param>
    /// <param name="heads">How many heads share it.</param>
    public DeepTransformer(long width, long heads)
        : base(nameof(DeepTransformer))
    {
        layers = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => new TransformerLayer(width, heads))]);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor edges, [ScorePerStep(nameof(layers))] TransformerLayer layer) => layer.Among(h, edges);
}
