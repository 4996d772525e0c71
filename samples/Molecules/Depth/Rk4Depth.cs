using ScoreGen;
using static ScoreGen.Integrator;

namespace Molecules.Depth;

/// <summary>SCORE with the classical Runge-Kutta method.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Rk4)]
public sealed partial class Rk4Depth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public Rk4Depth(Func<GraphStep> newStep)
        : base(nameof(Rk4Depth))
    {
        step = newStep();
        RegisterComponents();
    }
}
