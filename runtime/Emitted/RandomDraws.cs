namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Lets several computations draw the same random numbers. Those of the processor go on as if there had been one; the state of another device's generator cannot be
    /// read in TorchSharp, so that there all start from a seed which the processor's generator draws.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class RandomDraws
    {
        private readonly long? seed;
        private readonly Tensor state;

        /// <summary>Notes where the generators are. The note belongs to the current scope.</summary>
        internal RandomDraws(Tensor like)
        {
            if (like.device_type != DeviceType.CPU)
            {
                using var drawn = torch.randint(int.MaxValue, new[] { 1L }, torch.ScalarType.Int64);
                seed = drawn.ToInt64();
            }

            state = torch.get_rng_state();
        }

        /// <summary>Goes back to there.</summary>
        internal void Repeat()
        {
            if (seed is { } number)
            {
                torch.manual_seed(number);
            }

            torch.set_rng_state(state);
        }
    }
}
