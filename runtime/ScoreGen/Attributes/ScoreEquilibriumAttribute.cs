using System;

namespace ScoreGen;

/// <summary>
/// Gives a module infinite depth: <c>forward</c> returns the state h* with <c>h* = G(h*)</c> that its <see cref="ScoreBlockAttribute">block</see> F leads to.
/// G is F under the contractive rule and <c>h + F(h)</c> under the residual one. Stands instead of <see cref="ScoreDepthAttribute"/>, on a class with one block.
/// </summary>
/// <remarks>Bai, Kolter and Koltun, "Deep Equilibrium Models" (arXiv 1909.01377); Geng and Kolter, "TorchDEQ" (arXiv 2310.18605).</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScoreEquilibriumAttribute : Attribute
{
    /// <summary>How the fixed point is sought, in the forward pass and in the implicit backward pass.</summary>
    public FixedPointSolver Solver { get; set; } = FixedPointSolver.Anderson;

    /// <summary>How often G is evaluated at most: 1 or more.</summary>
    public int MaxSteps { get; set; } = 40;

    /// <summary>The solver stops where <c>‖G(h) - h‖</c> over the whole state is at most this share of <c>‖G(h)‖</c>. Positive.</summary>
    public double Tolerance { get; set; } = 1e-4;

    /// <summary>How many evaluations Anderson mixes, or how many steps Broyden learns from: 1 or more. Each costs two states of memory.</summary>
    public int Memory { get; set; } = 5;

    /// <summary>
    /// How far a plain step goes towards G(h), above 0 and at most 1: each of Picard's and of the phantom gradient's, Broyden's first, and Anderson's β. Lower
    /// it where the solver overshoots.
    /// </summary>
    public double Damping { get; set; } = 1.0;

    /// <summary>How the gradient is found.</summary>
    public EquilibriumGradient Gradient { get; set; } = EquilibriumGradient.Implicit;

    /// <summary>With <see cref="EquilibriumGradient.Neumann"/> (0 or more) and <see cref="EquilibriumGradient.Phantom"/> (1 or more): how many terms or steps.</summary>
    public int GradientSteps { get; set; } = 1;

    /// <summary>What happens where the solver does not converge.</summary>
    public OnDivergence OnDivergence { get; set; } = OnDivergence.Return;

    /// <summary>Whether F is the map itself (contractive) or what is added to the state (residual).</summary>
    public UpdateRule Update { get; set; } = UpdateRule.Contractive;

    /// <summary>What is emitted beside <c>forward</c>, <c>Solve</c> and <c>Depth</c>: <see cref="DepthMembers.Spectrum"/>, <see cref="DepthMembers.Jacobian"/> or both.</summary>
    public DepthMembers Members { get; set; } = DepthMembers.None;
}
