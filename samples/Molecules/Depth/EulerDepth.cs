using ScoreGen;
using static ScoreGen.Integrator;

namespace Molecules.Depth;

/// <summary>SCORE with explicit Euler.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class EulerDepth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public EulerDepth(Func<GraphStep> newStep)
        : base(nameof(EulerDepth))
    {
        step = newStep();
        RegisterComponents();
    }
}
