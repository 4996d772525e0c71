namespace ScoreGen;

/// <summary>How the gradient of an equilibrium is found. None of them keeps what the iterations computed.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum EquilibriumGradient
{
    /// <summary>
    /// The gradient of the fixed point itself, by the implicit function theorem: the backward pass solves <c>u = v + (∂G/∂h)ᵀu</c> with the same solver
    /// (Bai, Kolter and Koltun, "Deep Equilibrium Models", 2019).
    /// </summary>
    Implicit,

    /// <summary>
    /// The first terms of that solution, <c>u = Σ (∂Gᵀ/∂h)^i·v</c> for i from 0 to <c>GradientSteps</c>: as cheap as one evaluation and one product a step,
    /// biased where G contracts slowly. With 0 steps it is Jacobian-free backpropagation (Fung et al. 2022).
    /// </summary>
    Neumann,

    /// <summary>
    /// <c>GradientSteps</c> damped steps from the state that the solver found, through which the gradient flows as through any others (Geng et al., "On
    /// Training Implicit Models", 2021).
    /// </summary>
    Phantom,
}
