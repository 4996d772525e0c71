namespace ScoreGen;

/// <summary>How one step is taken.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum Integrator
{
    /// <summary>Explicit Euler, order 1, one evaluation of F: the update of the SCORE paper.</summary>
    Euler,

    /// <summary>
    /// Exponential Euler (ETD1), order 1, one evaluation: integrates the leak exactly, so that a step is a convex combination for
    /// every dt. Contractive rule only.
    /// </summary>
    ExponentialEuler,

    /// <summary>The explicit midpoint method, order 2, two evaluations.</summary>
    Midpoint,

    /// <summary>Heun's method (explicit trapezoid), order 2, two evaluations; convex up to dt = 1.</summary>
    Heun,

    /// <summary>Ralston's method (c = 2/3), order 2, two evaluations; convex up to dt = 0.5.</summary>
    Ralston,

    /// <summary>The strong-stability-preserving method SSPRK(3,3), order 3, three evaluations; convex up to dt = 1.</summary>
    Ssprk3,

    /// <summary>The classical Runge-Kutta method, order 4, four evaluations.</summary>
    Rk4,

    /// <summary>Kutta's 3/8 rule, order 4, four evaluations (torchdiffeq calls this one "rk4").</summary>
    ThreeEighths,
}
