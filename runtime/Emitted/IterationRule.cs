namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Which point comes next in the search for a fixed point. This one is Picard's, h + β·(map(h) - h); others remember earlier points. All of them treat each
    /// sample by itself and never wait for the device.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal class IterationRule
    {
        protected IterationRule(double damping) => (IsDamped, Damping) = (damping != 1, damping);

        /// <summary>Whether a plain step falls short of map(h).</summary>
        protected bool IsDamped { get; }

        /// <summary>β: how far a plain step goes towards map(h).</summary>
        protected Scalar Damping { get; }

        /// <summary>The rule of a plan, for states like this one. What it remembers belongs to the current scope.</summary>
        internal static IterationRule Of(EquilibriumPlan plan, Tensor start) => plan.Solver switch
        {
            FixedPointSolver.Anderson => new AndersonRule(plan, start),
            FixedPointSolver.Broyden => new BroydenRule(plan, start),
            _ => new IterationRule(plan.Damping),
        };

        /// <param name="point">Where the map was evaluated.</param>
        /// <param name="value">Its value there.</param>
        /// <param name="difference">The value less the point.</param>
        internal virtual Tensor Next(Tensor point, Tensor value, Tensor difference) => Plain(point, value, difference);

        /// <summary>A plain step.</summary>
        protected Tensor Plain(Tensor point, Tensor value, Tensor difference)
            => IsDamped ? point.add(difference, Damping) : value.alias();
    }
}
