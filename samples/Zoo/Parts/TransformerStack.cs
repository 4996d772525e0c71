using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>Two pre-norm Transformer layers, one after the other.</summary>
[ScoreDepth(Steps = 2, Dt = 1, Update = UpdateRule.Residual, Weights = WeightSharing.PerStep)]
public sealed partial class TransformerStack : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly ModuleList<TransformerLayer> layers;

    /// <inheritdoc cref="TransformerLayer(long, long, bool)"/>
    public TransformerStack(long width, long heads, bool isCausal = false)
        : base(nameof(TransformerStack))
    {
        layers = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => new TransformerLayer(width, heads, isCausal))]);
        RegisterComponents();
    }
}
