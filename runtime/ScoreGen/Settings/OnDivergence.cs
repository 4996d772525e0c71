namespace ScoreGen;

/// <summary>What happens where a solver has not converged after <c>MaxSteps</c> evaluations.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum OnDivergence
{
    /// <summary>The state of the lowest residual is returned, which is finite wherever the first state is.</summary>
    Return,

    /// <summary>An <c>EquilibriumException</c> is thrown.</summary>
    Throw,
}
