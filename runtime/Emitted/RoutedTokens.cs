namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>The tokens of a pass that takes each of them through as many steps as a router says (mixture of recursions, arXiv 2507.10524).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal abstract class RoutedTokens
    {
        private readonly string method;
        private readonly Scalar? scale;

        /// <param name="scale">How far a chosen token goes at most.</param>
        /// <param name="method">What scores the tokens, for messages.</param>
        protected RoutedTokens(double scale, string method) => (this.scale, this.method) = (scale == 1 ? null : (Scalar)scale, method);

        /// <summary>How far a token goes: the share of a step that its score gives it.</summary>
        protected Tensor Scaled(Tensor share) => scale is null ? share : share.mul(scale);

        /// <summary>Refuses a state without tokens, and scores that are not those of its tokens.</summary>
        protected void Require(Tensor? scores, Tensor state, string what, params long[][] shapes)
        {
            if (state.shape.Length != 3)
            {
                throw new InvalidOperationException($"{method} routes the tokens of a state [batch, tokens, features], and was given one {Describe(state)}.");
            }

            if (scores is null || scores.dtype != state.dtype || !shapes.Any(shape => scores.shape.SequenceEqual(shape)))
            {
                throw new InvalidOperationException(
                    $"{method} returned {(scores is null ? "null" : Describe(scores))} for a state {Describe(state)}. It must return {what}, {string.Join(" or ", shapes.Select(Text))}, in the dtype of the state.");
            }
        }

        protected static string Describe(Tensor tensor) => $"{Text(tensor.shape)} of {tensor.dtype}";

        private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
    }
}
