using ScoreGen;
using static ScoreGen.Integrator;

namespace Molecules.Depth;

/// <summary>SCORE with the leak integrated exactly.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = ExponentialEuler)]
public sealed partial class ExponentialEulerDepth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public ExponentialEulerDepth(Func<GraphStep> newStep)
        : base(nameof(ExponentialEulerDepth))
    {
        step = newStep();
        RegisterComponents();
    }
}
