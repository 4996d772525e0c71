using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A Transformer of eight layers.</summary>
[ScoreDepth(Steps = 8, Dt = 1, Update = UpdateRule.Residual, Weights = WeightSharing.PerStep, Members = DepthMembers.States)]
public sealed partial class EightLayers : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly ModuleList<TransformerLayer> layers;

    public EightLayers(long width, long heads)
        : base(nameof(EightLayers))
    {
        layers = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => new TransformerLayer(width, heads))]);
        RegisterComponents();
    }
}
