namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>Which samples or positions of a pass have settled: they keep their state while the others go on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class SettledPositions
    {
        private readonly string method;
        private Tensor? settled;

        /// <param name="method">What decides, for messages.</param>
        internal SettledPositions(string method) => this.method = method;

        /// <summary>A component of the state after a step, as it was before where it has settled. What went in as the state after is disposed of where another comes out.</summary>
        internal Tensor Keep(Tensor before, Tensor after)
        {
            if (settled is null)
            {
                return after;
            }

            using (after)
            using (var mask = Along(settled, after))
            {
                return torch.where(mask, before, after);
            }
        }

        /// <summary>Adds those that a step has settled; true where all have. To be called in a scope of its own, outside of which the count stays.</summary>
        /// <param name="now">Booleans over the leading dimensions of the state.</param>
        /// <param name="state">The components of the state.</param>
        internal bool Add(Tensor? now, params Tensor[] state)
        {
            foreach (var component in state)
            {
                Require(now, component);
            }

            var all = settled is null ? now!.clone() : settled.logical_or(now!);
            settled?.Dispose();
            settled = all.MoveToOuterDisposeScope();
            return settled.all().ToBoolean();
        }

        /// <summary>With a dimension of 1 for each that the mask lacks.</summary>
        private static Tensor Along(Tensor mask, Tensor state)
            => mask.reshape(mask.shape.Concat(Enumerable.Repeat(1L, state.shape.Length - mask.shape.Length)).ToArray());

        private void Require(Tensor? now, Tensor state)
        {
            if (now is null || now.dtype != torch.ScalarType.Bool || now.shape.Length > state.shape.Length || !now.shape.Zip(state.shape, (own, whole) => own == whole || own == 1).All(fits => fits))
            {
                throw new InvalidOperationException(
                    $"{method} returned {(now is null ? "null" : Describe(now))} for a state {Describe(state)}. It must return booleans over the leading dimensions of the state, such as [{string.Join(", ", state.shape.Take(1))}].");
            }
        }

        private static string Describe(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}] of {tensor.dtype}";
    }
}
