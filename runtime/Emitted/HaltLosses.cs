namespace ScoreGen
{
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>What trains a module to halt. Each is a tensor of one element, with the graph.</summary>
    [ExcludeFromCodeCoverage]
    internal static class HaltLosses
    {
        /// <summary>The mean cost of thinking: what <c>ForwardWithPonder</c> returns, averaged over positions (Graves, arXiv 1603.08983).</summary>
        internal static Tensor Ponder(Tensor ponder) => ponder.mean();

        /// <summary>The loss that is to be expected if each position exits as it likes: <c>Σ q[t]·loss[t]</c>, averaged over positions.</summary>
        /// <param name="exits">[steps, positions], as <c>ForwardWithExits</c> returns it.</param>
        /// <param name="losses">The loss of each step at each position, of the same shape.</param>
        internal static Tensor Expected(Tensor exits, Tensor losses)
        {
            using var scope = torch.NewDisposeScope();
            return exits.mul(losses).sum(dim: 0).mean().MoveToOuterDisposeScope();
        }

        /// <summary>
        /// The entropy of the exits, <c>-Σ q·ln q</c>, averaged over positions. Taken off the loss it keeps the exits from collapsing onto one step (Ouro, arXiv 2510.25741).
        /// </summary>
        /// <param name="exits">[steps, positions], as <c>ForwardWithExits</c> returns it.</param>
        internal static Tensor Entropy(Tensor exits)
        {
            using var scope = torch.NewDisposeScope();
            return exits.mul(Logarithm(exits)).sum(dim: 0).neg().mean().MoveToOuterDisposeScope();
        }

        /// <summary>
        /// The Kullback-Leibler divergence of the exits from a geometric prior, averaged over positions (PonderNet, arXiv 2107.05407). The prior exits with the same chance at each step, and its last
        /// step takes the rest, as that of the exits does.
        /// </summary>
        /// <param name="exits">[steps, positions], as <c>ForwardWithExits</c> returns it.</param>
        /// <param name="chance">The chance of the prior at each step, between 0 and 1; 1/chance is about the number of steps that it wants.</param>
        internal static Tensor GeometricDivergence(Tensor exits, double chance)
        {
            if (!(chance > 0 && chance < 1))
            {
                throw new global::System.ArgumentOutOfRangeException(nameof(chance), chance, "The chance of a geometric prior must be between 0 and 1.");
            }

            using var scope = torch.NewDisposeScope();
            var steps = exits.shape[0];
            var prior = Enumerable.Range(0, (int)steps)
                .Select(step => (step * global::System.Math.Log(1 - chance)) + (step < steps - 1 ? global::System.Math.Log(chance) : 0))
                .ToArray();
            var logarithms = torch.tensor(prior, dtype: exits.dtype, device: exits.device).reshape(Enumerable.Repeat(1L, exits.shape.Length - 1).Prepend(steps).ToArray());
            return exits.mul(Logarithm(exits).sub(logarithms)).sum(dim: 0).mean().MoveToOuterDisposeScope();
        }

        /// <summary>The logarithm, finite at 0, where it is multiplied with 0.</summary>
        private static Tensor Logarithm(Tensor chances)
        {
            Scalar least = torch.finfo(chances.dtype).tiny;
            var logarithm = chances.clamp_min(least).log();
            global::System.GC.KeepAlive(least);
            return logarithm;
        }
    }
}
