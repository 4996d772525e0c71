namespace ScoreGen;

/// <summary>The differential equation that the steps integrate over depth.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum UpdateRule
{
    /// <summary><c>dh/dt = F(h) - h</c>: the state leaks towards F (SCORE).</summary>
    Contractive,

    /// <summary><c>dh/dt = F(h)</c>: no leak, as in a residual network or a neural ODE.</summary>
    Residual,
}
