using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.WeightSharing;
using static TorchSharp.torch.nn;

namespace Molecules.Depth;

/// <summary>Steps of their own weights, one upon the other.</summary>
[ScoreDepth(Steps = 4, Dt = 1, Weights = PerStep)]
public sealed partial class StackedDepth : GraphDepth
{
    [ScoreBlock]
    private readonly ModuleList<GraphStep> steps;

    public StackedDepth(Func<GraphStep> newStep)
        : base(nameof(StackedDepth))
    {
        steps = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => newStep())]);
        RegisterComponents();
    }
}
