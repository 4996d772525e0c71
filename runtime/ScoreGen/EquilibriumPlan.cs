using System.Globalization;

namespace ScoreGen;

/// <summary>
/// How the equilibrium of a module is found, as the generator emitted it. Every class with <see cref="ScoreEquilibriumAttribute"/> has one as its static
/// property <c>Depth</c>. The settings are described at the attribute.
/// </summary>
public sealed class EquilibriumPlan
{
    /// <summary>How the fixed point is sought.</summary>
    public FixedPointSolver Solver { get; init; } = FixedPointSolver.Anderson;

    /// <summary>How often G is evaluated at most.</summary>
    public int MaxSteps { get; init; } = 40;

    /// <summary>The relative residual at which the solver stops.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>How many evaluations Anderson mixes, or how many steps Broyden learns from.</summary>
    public int Memory { get; init; } = 5;

    /// <summary>How far a plain step goes towards G(h).</summary>
    public double Damping { get; init; } = 1.0;

    /// <summary>How the gradient is found.</summary>
    public EquilibriumGradient Gradient { get; init; } = EquilibriumGradient.Implicit;

    /// <summary>The terms of the Neumann gradient, or the steps of the phantom one.</summary>
    public int GradientSteps { get; init; } = 1;

    /// <summary>What happens where the solver does not converge.</summary>
    public OnDivergence OnDivergence { get; init; } = OnDivergence.Return;

    /// <summary>Whether F is the map itself or what is added to the state.</summary>
    public UpdateRule Update { get; init; } = UpdateRule.Contractive;

    /// <summary>Whether the block returns <c>h + F(h)</c>, and its skip is taken off.</summary>
    public bool StripSkip { get; init; }

    /// <summary>The plan in one line, for people.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}, solved by {1} up to a relative residual of {2:0.####e+0} or {3}; {4}; where it does not converge, {5}",
        Equation,
        Method,
        Tolerance,
        Count(MaxSteps, "evaluation"),
        GradientText,
        OnDivergence == OnDivergence.Throw ? "an exception is thrown" : "the state of the lowest residual is returned");

    private string Equation
        => (Update == UpdateRule.Contractive ? "h = F(h)" : "h = h + F(h)") + (StripSkip ? ", F being the block without its own skip" : "");

    private string Method => Solver switch
    {
        FixedPointSolver.Anderson => $"Anderson's method over the last {Count(Memory, "evaluation")}{Damped}",
        FixedPointSolver.Broyden => $"Broyden's method over up to {Count(Memory, "step")}{Damped}",
        _ => "plain iteration" + Damped,
    };

    private string Damped => Damping == 1 ? "" : string.Format(CultureInfo.InvariantCulture, ", damped to {0:0.####},", Damping);

    private string GradientText => Gradient switch
    {
        EquilibriumGradient.Implicit => "implicit gradient, solved for in the same way",
        EquilibriumGradient.Neumann => $"gradient by the first {Count(GradientSteps + 1, "term")} of its Neumann series",
        _ => $"gradient through {Count(GradientSteps, "further step")}",
    };

    private static string Count(int number, string thing)
        => string.Format(CultureInfo.InvariantCulture, "{0} {1}{2}", number, thing, number == 1 ? "" : "s");
}
