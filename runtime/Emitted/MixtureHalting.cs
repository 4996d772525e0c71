namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Halting as the Universal Transformer has it in its code (Dehghani et al., arXiv 1807.03819): chances are asked for before a step, all positions are advanced, and what comes out
    /// is mixed from the states, <c>w·h + (1 - w)·out</c>. Nobody is forced to halt at the end.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class MixtureHalting : HaltingPositions
    {
        private Tensor? total;
        private Tensor? weight;
        private Tensor? state;
        private Tensor? ponder;

        internal MixtureHalting(double threshold, string method)
            : base(threshold, method)
        {
        }

        /// <summary>The mixture of the states.</summary>
        internal Tensor State => state!;

        /// <summary>The steps that each position has run, and the remainder of those that have halted.</summary>
        internal Tensor Ponder => ponder!.squeeze(-1);

        /// <summary>Settles the weights of a step before it is taken.</summary>
        /// <param name="chances">The chance of each position to halt.</param>
        /// <param name="before">The state before the step.</param>
        internal void Ask(Tensor? chances, Tensor before)
        {
            var chance = Chances(chances, before);
            var (running, accumulated) = (Running!, total ?? torch.zeros_like(chance));
            var reached = accumulated.add(chance);
            var halts = running.logical_and(reached.gt(Threshold));
            var goesOn = running.logical_and(halts.logical_not());
            var rest = accumulated.neg().add(Whole).masked_fill(halts.logical_not(), None);
            var spent = rest.add(running);
            Replace(ref weight, rest.add(chance.masked_fill(goesOn.logical_not(), None)));
            Replace(ref ponder, ponder is null ? spent : ponder.add(spent));
            Replace(ref total, torch.where(goesOn, reached, accumulated));
            GoOn(goesOn);
        }

        /// <summary>Mixes the state after that step into what comes out.</summary>
        internal void Add(Tensor next)
            => Replace(ref state, state is null ? next.mul(weight!) : state.lerp(next, weight!));
    }
}
