namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The distribution of exits over steps (PonderNet, arXiv 2107.05407; Ouro, arXiv 2510.25741): <c>q[t] = λ[t]·Π (1 - λ[s])</c> over the steps s before, and the last step takes the rest.
    /// A position exits at the first step at which its q add up to the threshold.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class ExitDistribution : HaltingPositions
    {
        private Tensor? left;
        private Tensor? reached;
        private Tensor? state;

        internal ExitDistribution(double threshold, string method)
            : base(threshold, method)
        {
        }

        /// <summary>The state of each position at its exit.</summary>
        internal Tensor State => state!;

        /// <summary>The chance of each position to exit at this step.</summary>
        /// <param name="chances">The chance λ of each position to exit here, if it has come so far.</param>
        /// <param name="next">The state after the step.</param>
        internal Tensor Share(Tensor? chances, Tensor next)
        {
            var chance = Chances(chances, next);
            var share = left is null ? chance : chance.mul(left);
            var remaining = chance.neg().add(Whole);
            Replace(ref left, left is null ? remaining : remaining.mul(left));
            return share.squeeze(-1).MoveToOuterDisposeScope();
        }

        /// <summary>The chance of each position to exit at the last step, which takes the rest.</summary>
        internal Tensor Rest(Tensor next)
            => (left is null ? torch.ones(next.shape.Take(next.shape.Length - 1).ToArray(), dtype: next.dtype, device: next.device) : left.squeeze(-1)).MoveToOuterDisposeScope();

        /// <summary>Lets those positions exit that have come to the threshold, or at the last step all of them.</summary>
        /// <param name="share">What the step before gave or took; disposed of.</param>
        /// <param name="next">The state after the step.</param>
        /// <param name="isLast">Whether no step follows.</param>
        internal void Exit(Tensor share, Tensor next, bool isLast)
        {
            using (share)
            {
                var chance = share.unsqueeze(-1);
                Replace(ref reached, reached is null ? chance : reached.add(chance));
                var stays = isLast ? torch.zeros_like(chance, dtype: torch.ScalarType.Bool) : reached!.lt(Threshold);
                var running = Running ?? torch.ones_like(stays);
                var leaves = running.logical_and(stays.logical_not());
                Replace(ref state, torch.where(leaves, next, state ?? torch.zeros_like(next)));
                GoOn(running.logical_and(stays));
            }
        }
    }
}
