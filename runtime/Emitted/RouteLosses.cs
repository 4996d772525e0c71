namespace ScoreGen
{
    using global::System;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>What trains a router, from what <c>ForwardWithRouting</c> returns. Each is a tensor of one element, with the graph (Bae et al., "Mixture-of-Recursions", arXiv 2507.10524).</summary>
    [ExcludeFromCodeCoverage]
    internal static class RouteLosses
    {
        /// <summary>
        /// For expert choice: the binary cross-entropy between σ(score) and whether the step took the token, averaged over the tokens that it could have taken, and over the steps. It teaches a
        /// token's own score to say by its sign what only a comparison with later tokens could tell.
        /// </summary>
        /// <param name="logits">[steps, batch, tokens].</param>
        /// <param name="depths">[batch, tokens]: how many steps took each token.</param>
        internal static Tensor Causal(Tensor logits, Tensor depths)
        {
            if (logits.shape.Length != 3 || !logits.shape.Skip(1).SequenceEqual(depths.shape))
            {
                throw Unfit("Expert", "[steps, batch, tokens]", logits, depths);
            }

            using var scope = torch.NewDisposeScope();
            var step = torch.arange(logits.shape[0], dtype: torch.ScalarType.Int64, device: logits.device).reshape(-1, 1, 1);
            var candidates = depths.ge(step).to(logits.dtype);
            var taken = depths.gt(step).to(logits.dtype);
            var losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, taken, weight: null, reduction: torch.nn.Reduction.None);
            return losses.mul(candidates).sum(new long[] { 1, 2 }).div(candidates.sum(new long[] { 1, 2 })).mean().MoveToOuterDisposeScope();
        }

        /// <summary>
        /// For token choice: <c>Steps·Σ f[i]·P[i]</c> with f[i] the share of the tokens that take i steps, and P[i] the mean of the softmax of their scores there. It is 1 where the numbers of
        /// steps are chosen equally often, and Steps where all tokens are certain of one (Fedus et al., "Switch Transformers", arXiv 2101.03961).
        /// </summary>
        /// <param name="logits">[batch, tokens, steps].</param>
        /// <param name="depths">[batch, tokens]: how many steps each token took.</param>
        internal static Tensor Balance(Tensor logits, Tensor depths)
        {
            if (logits.shape.Length != 3 || !logits.shape.Take(2).SequenceEqual(depths.shape))
            {
                throw Unfit("Token", "[batch, tokens, steps]", logits, depths);
            }

            using var scope = torch.NewDisposeScope();
            var depth = torch.arange(1, logits.shape[2] + 1, dtype: torch.ScalarType.Int64, device: logits.device);
            var shares = depths.unsqueeze(-1).eq(depth).to(logits.dtype).mean(new long[] { 0, 1 });
            var chances = logits.softmax(-1).mean(new long[] { 0, 1 });
            Scalar steps = logits.shape[2];
            var loss = shares.mul(chances).sum().mul(steps).MoveToOuterDisposeScope();
            GC.KeepAlive(steps);
            return loss;
        }

        /// <summary>
        /// The mean of <c>(ln Σ e^score)²</c> over what is scored together, which keeps scores small: for token choice the numbers of steps of a token, for expert choice each score alone, so that
        /// it is the mean square (Zoph et al., "ST-MoE", arXiv 2202.08906).
        /// </summary>
        /// <param name="logits">As <c>ForwardWithRouting</c> returns them.</param>
        /// <param name="choice">The choice of the router that made them.</param>
        internal static Tensor Z(Tensor logits, RouteChoice choice)
        {
            using var scope = torch.NewDisposeScope();
            return (choice == RouteChoice.Token ? logits.logsumexp(-1) : logits).square().mean().MoveToOuterDisposeScope();
        }

        private static ArgumentException Unfit(string choice, string shape, Tensor logits, Tensor depths)
            => new ArgumentException($"This loss is for RouteChoice.{choice}: logits {shape} and depths [batch, tokens]. Here they are [{string.Join(", ", logits.shape)}] and [{string.Join(", ", depths.shape)}].");
    }
}
