namespace ScoreGen.Generator.Model;

/// <summary>A block, and how its fixed point is found.</summary>
internal sealed record Equilibrium(Block Block, EquilibriumSettings Settings)
{
    /// <summary>How often the state itself is in G beside the block's value: by the residual rule, and less a skip that is stripped.</summary>
    public int StateInMap => (Settings.Update == UpdateRule.Residual ? 1 : 0) + StateInField;

    /// <summary>The same for F.</summary>
    public int StateInField => Block.StripSkip ? -1 : 0;
}

/// <summary>The settings of <c>[ScoreEquilibrium]</c> after their defaults, as the attribute describes them.</summary>
internal sealed record EquilibriumSettings(
    FixedPointSolver Solver,
    int MaxSteps,
    double Tolerance,
    int Memory,
    double Damping,
    EquilibriumGradient Gradient,
    int GradientSteps,
    OnDivergence OnDivergence,
    UpdateRule Update);
