using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.UpdateRule;
using static ScoreGen.WeightSharing;
using static TorchSharp.torch.nn;

namespace Molecules.Depth;

/// <summary>Steps of their own weights, each added to the state.</summary>
[ScoreDepth(Steps = 4, Dt = 1, Weights = PerStep, Update = Residual)]
public sealed partial class ResidualDepth : GraphDepth
{
    [ScoreBlock]
    private readonly ModuleList<GraphStep> steps;

    public ResidualDepth(Func<GraphStep> newStep)
        : base(nameof(ResidualDepth))
    {
        steps = ModuleList([.. Enumerable.Range(0, Depth.Steps).Select(_ => newStep())]);
        RegisterComponents();
    }
}
