using ScoreGen;
using static ScoreGen.Integrator;

namespace Molecules.Depth;

/// <summary>SCORE with Heun's method.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Heun)]
public sealed partial class HeunDepth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public HeunDepth(Func<GraphStep> newStep)
        : base(nameof(HeunDepth))
    {
        step = newStep();
        RegisterComponents();
    }
}
