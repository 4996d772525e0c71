namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The positions of a pass that may halt: those of the state without its last dimension. Methods that add to them are called in a scope of their own, outside of which stays
    /// what is kept from step to step.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal abstract class HaltingPositions
    {
        /// <summary>Scalars that live as long as the pass, because libtorch reads them after a call has left managed code.</summary>
        protected static readonly Scalar None = 0, Whole = 1;

        private readonly string method;
        private Tensor? running;

        /// <param name="threshold">What the chances of a position may add up to before it halts.</param>
        /// <param name="method">What gives the chances, for messages.</param>
        protected HaltingPositions(double threshold, string method) => (Threshold, this.method) = (threshold, method);

        /// <summary>Whether no position runs any more.</summary>
        internal bool HaveHalted
        {
            get
            {
                if (running is null)
                {
                    return false;
                }

                using var any = running.any();
                return !any.ToBoolean();
            }
        }

        protected Scalar Threshold { get; }

        /// <summary>Which positions run, with a last dimension of 1; null before the first step, when all do.</summary>
        protected Tensor? Running => running;

        /// <summary>The state after a step, as it was before where a position has halted. What went in as the state after is disposed of where another comes out.</summary>
        internal Tensor Keep(Tensor before, Tensor after)
        {
            if (running is null)
            {
                return after;
            }

            using (after)
            {
                return torch.where(running, after, before);
            }
        }

        /// <summary>Chances with a last dimension of 1, checked.</summary>
        protected Tensor Chances(Tensor? chances, Tensor state)
        {
            var positions = state.shape.Take(state.shape.Length - 1).ToArray();
            var along = positions.Append(1L).ToArray();
            if (state.shape.Length == 0 || chances is null || chances.dtype != state.dtype || !(chances.shape.SequenceEqual(positions) || chances.shape.SequenceEqual(along)))
            {
                throw new InvalidOperationException(
                    $"{method} returned {(chances is null ? "null" : Describe(chances))} for a state {Describe(state)}. It must return the chance of each position to halt, [{string.Join(", ", positions)}] or [{string.Join(", ", along)}], in the dtype of the state.");
            }

            var whole = chances.reshape(along);
            running ??= torch.ones(along, dtype: torch.ScalarType.Bool, device: state.device).MoveToOuterDisposeScope();
            return whole;
        }

        protected void GoOn(Tensor stillRunning)
        {
            var halted = running;
            running = stillRunning.MoveToOuterDisposeScope();
            halted?.Dispose();
        }

        /// <summary>Keeps a value for the next step in place of that of the last one.</summary>
        protected static void Replace(ref Tensor? kept, Tensor value)
        {
            var last = kept;
            kept = value.MoveToOuterDisposeScope();
            last?.Dispose();
        }

        private static string Describe(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}] of {tensor.dtype}";
    }
}
