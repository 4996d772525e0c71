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
    /// cannot read, a seed that is set before the step and before its repetition, and one to go on with afterwards. What is drawn and kept for that lives on the
    /// processor, whatever the program's default device is.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class StepRandomness
    {
        private readonly (long Step, long Afterwards)? seeds;
        private readonly byte[] state;

        private StepRandomness((long Step, long Afterwards)? seeds)
        {
            using var current = torch.get_rng_state();
            this.seeds = seeds;
            state = current.bytes.ToArray();
        }

        /// <summary>That of a step which is taken next.</summary>
        internal static StepRandomness OfAStepOn(Tensor?[] inputs)
        {
            if (!inputs.Any(input => input?.device_type == DeviceType.CUDA))
            {
                return new StepRandomness(null);
            }

            using var drawn = torch.randint(long.MaxValue, new long[] { 2 }, dtype: torch.ScalarType.Int64, device: torch.CPU);
            var seeds = drawn.data<long>();
            torch.cuda.manual_seed_all(seeds[0]);
            return new StepRandomness((seeds[0], seeds[1]));
        }

        /// <summary>Does something with the random numbers of the step, and goes on with those from before; on a GPU, with those of the other seed.</summary>
        internal void Replay(Action action)
        {
            using var before = torch.get_rng_state();
            using var again = torch.tensor(state, device: torch.CPU);
            torch.set_rng_state(again);
            Seed(seeds?.Step);
            try
            {
                action();
            }
            finally
            {
                torch.set_rng_state(before);
                Seed(seeds?.Afterwards);
            }
        }

        private static void Seed(long? seed)
        {
            if (seed is { } known)
            {
                torch.cuda.manual_seed_all(known);
            }
        }
    }
}
