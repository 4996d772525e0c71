namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The random numbers that a step draws, so that it can draw them again: the state of the processor's generator, and for a GPU, whose state TorchSharp
    /// cannot read, a seed that is set before the step and before its repetition.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class StepRandomness
    {
        private readonly long? seed;
        private readonly byte[] state;

        private StepRandomness(long? seed)
        {
            using var current = torch.get_rng_state();
            this.seed = seed;
            state = current.bytes.ToArray();
        }

        /// <summary>That of a step which is taken next.</summary>
        internal static StepRandomness OfAStepOn(Tensor?[] inputs)
        {
            if (!inputs.Any(input => input?.device_type == DeviceType.CUDA))
            {
                return new StepRandomness(null);
            }

            using var drawn = torch.randint(long.MaxValue, new long[] { 1 }, dtype: torch.ScalarType.Int64);
            var seed = drawn.ToInt64();
            torch.cuda.manual_seed_all(seed);
            return new StepRandomness(seed);
        }

        /// <summary>Does something with the random numbers of the step, and goes on with those from before.</summary>
        internal void Replay(Action action)
        {
            using var before = torch.get_rng_state();
            using var again = torch.tensor(state);
            torch.set_rng_state(again);
            if (seed is { } known)
            {
                torch.cuda.manual_seed_all(known);
            }

            try
            {
                action();
            }
            finally
            {
                torch.set_rng_state(before);
            }
        }
    }
}
