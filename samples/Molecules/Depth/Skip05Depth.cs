using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.WeightSharing;
using static TorchSharp.torch.nn;

namespace Molecules.Depth;

/// <summary>Steps of their own weights, each mixed half and half with the state: "skip05" of the SCORE paper.</summary>
[ScoreDepth(Steps = 4, Dt = 0.5, Weights = PerStep)]
public sealed partial class Skip05Depth : GraphDepth
{
    [ScoreBlock]
    private readonly ModuleList<GraphStep> steps;

    public Skip05Depth(Func<GraphStep> newStep)
        : base(nameof(Skip05Depth))
    {
        steps = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => newStep())]);
        RegisterComponents();
    }
}
