namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Adaptive computation time (Graves, arXiv 1603.08983): a position halts once its chances add up to more than the threshold, or at the last step, and the state that comes out is
    /// the mean of its states, weighed by the chances; the step at which it halts gets the rest.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class MeanHalting : HaltingPositions
    {
        private Tensor? total;
        private Tensor? state;
        private Tensor? ponder;

        internal MeanHalting(double threshold, string method)
            : base(threshold, method)
        {
        }

        /// <summary>The weighed mean of the states.</summary>
        internal Tensor State => state!;

        /// <summary>The steps that each position has run, and its remainder at halting.</summary>
        internal Tensor Ponder => ponder!.squeeze(-1);

        /// <summary>Adds the state after a step.</summary>
        /// <param name="chances">The chance of each position to halt.</param>
        /// <param name="next">The state.</param>
        /// <param name="isLast">Whether no step follows.</param>
        internal void Add(Tensor? chances, Tensor next, bool isLast)
        {
            var chance = Chances(chances, next);
            var (running, before) = (Running!, total ?? torch.zeros_like(chance));
            var reached = before.add(chance);
            var halts = isLast ? running : running.logical_and(reached.gt(Threshold));
            var goesOn = running.logical_and(halts.logical_not());
            var rest = before.neg().add(Whole).masked_fill(halts.logical_not(), None);
            var weight = rest.add(chance.masked_fill(goesOn.logical_not(), None));
            var spent = rest.add(running);
            Replace(ref state, state is null ? next.mul(weight) : next.mul(weight).add_(state));
            Replace(ref ponder, ponder is null ? spent : ponder.add(spent));
            Replace(ref total, torch.where(goesOn, reached, before));
            GoOn(goesOn);
        }
    }
}
