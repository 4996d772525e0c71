namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>Token choice: each token says before the first step how many steps it takes. All tokens enter the block; those that are done keep their state.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class TokenRouting : RoutedTokens
    {
        private readonly int steps;
        private readonly Scalar[] before;
        private Tensor? scores;
        private Tensor? depths;
        private Tensor? gate;
        private int? deepest;

        /// <param name="steps">The largest number of steps.</param>
        /// <param name="scale">How far a token goes at most.</param>
        /// <param name="method">What scores the numbers of steps, for messages.</param>
        internal TokenRouting(int steps, double scale, string method)
            : base(scale, method)
        {
            this.steps = steps;
            before = Enumerable.Range(0, steps).Select(step => (Scalar)step).ToArray();
        }

        /// <summary>The scores of each number of steps, [batch, tokens, steps].</summary>
        internal Tensor Logits => scores!;

        /// <summary>How many steps each token takes, [batch, tokens].</summary>
        internal Tensor Depths => depths!;

        /// <summary>The most steps that any token takes. The first question waits for the device.</summary>
        internal int Deepest => deepest ??= Most(depths!);

        /// <summary>Settles how many steps each token takes: the first number with the highest score. To be called in a scope of its own.</summary>
        /// <param name="scored">A score for each number of steps.</param>
        /// <param name="state">The state before the first step.</param>
        internal void Choose(Tensor? scored, Tensor state)
        {
            var shape = state.shape.Take(2).Append(steps).ToArray();
            Require(scored, state, "one score for each number of steps that a token can take", shape);
            scores = scored!.alias().MoveToOuterDisposeScope();
            var best = scores.argmax(-1, keepdim: true);
            gate = Scaled(scores.softmax(-1).gather(-1, best)).MoveToOuterDisposeScope();
            depths = best.squeeze(-1).add(torch.ones(1, dtype: torch.ScalarType.Int64, device: state.device)).MoveToOuterDisposeScope();
        }

        /// <summary>The next state: <c>h + g·(next - h)</c> for the tokens that take this step, and h for the others.</summary>
        /// <param name="state">The state before the step.</param>
        /// <param name="next">The same after it.</param>
        /// <param name="step">The step, from 0.</param>
        internal Tensor Put(Tensor state, Tensor next, int step)
            => torch.where(depths!.gt(before[step]).unsqueeze(-1), state.lerp(next, gate!), state);

        private static int Most(Tensor depths)
        {
            using var most = depths.max();
            return (int)most.ToInt64();
        }
    }
}
