using NanoGpt.Model;
using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.WeightSharing;
using static TorchSharp.torch.nn;

namespace NanoGpt.Depth;

/// <summary>Blocks of their own weights, one upon the other: nanoGPT itself.</summary>
[ScoreDepth(Steps = 4, Dt = 1, Weights = PerStep)]
public sealed partial class StackedDepth : GptDepth
{
    [ScoreBlock]
    private readonly ModuleList<TransformerBlock> blocks;

    public StackedDepth(Func<TransformerBlock> newBlock)
        : base(nameof(StackedDepth))
    {
        blocks = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => newBlock())]);
        RegisterComponents();
    }
}
