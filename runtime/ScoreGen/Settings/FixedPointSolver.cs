namespace ScoreGen;

/// <summary>How the fixed point of an equilibrium is sought. Each iteration of each of them evaluates the block once.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum FixedPointSolver
{
    /// <summary>
    /// Anderson's method: the next state is the mix of the last <c>Memory</c> values whose residuals cancel best, found for each sample by itself
    /// (Walker and Ni, "Anderson acceleration for fixed-point iterations", 2011).
    /// </summary>
    Anderson,

    /// <summary>Plain iteration, <c>h &lt;- h + Damping·(G(h) - h)</c>. It converges where G contracts.</summary>
    Picard,

    /// <summary>
    /// Broyden's method (Broyden 1965): learns the inverse of the residual's Jacobian from up to <c>Memory</c> steps, for each sample by itself, and then starts
    /// anew from the last of them.
    /// </summary>
    Broyden,
}
