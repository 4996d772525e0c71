using ScoreGen;

namespace Molecules.Depth;

/// <summary>One shared step, its result taken as it is: what D-MPNN itself does.</summary>
[ScoreDepth(Steps = 4, Dt = 1)]
public sealed partial class RecurrentDepth : GraphDepth
{
    [ScoreBlock]
    private readonly GraphStep step;

    public RecurrentDepth(Func<GraphStep> newStep)
        : base(nameof(RecurrentDepth))
    {
        step = newStep();
        RegisterComponents();
    }
}
