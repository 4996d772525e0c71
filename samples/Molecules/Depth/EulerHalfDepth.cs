using ScoreGen;
using static ScoreGen.Integrator;

namespace Molecules.Depth;

/// <summary>SCORE with explicit Euler and half steps.</summary>
[ScoreDepth(Steps = 4, Dt = 0.5, Integrator = Euler)]
public sealed partial class EulerHalfDepth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public EulerHalfDepth(Func<GraphStep> newStep)
        : base(nameof(EulerHalfDepth))
    {
        step = newStep();
        RegisterComponents();
    }
}
