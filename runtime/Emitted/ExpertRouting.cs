namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Expert choice: each step takes the best share of the tokens that the step before took, and only they enter the block. <see cref="Choose"/>, <see cref="Take(Tensor)"/> and <see cref="Put"/> are
    /// called in the scope of a step, outside of which stays what is kept from step to step.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class ExpertRouting : RoutedTokens
    {
        private readonly double[] capacity;
        private readonly List<Tensor> scores = new List<Tensor>();
        private Tensor? chosen;
        private Tensor? rows;
        private Tensor? gate;
        private Tensor? depths;

        /// <param name="capacity">The share of all tokens that each step takes.</param>
        /// <param name="scale">How far a chosen token goes at most.</param>
        /// <param name="method">What scores the tokens, for messages.</param>
        internal ExpertRouting(double[] capacity, double scale, string method)
            : base(scale, method) => this.capacity = capacity;

        /// <summary>The scores of all tokens at each step, [steps, batch, tokens].</summary>
        internal Tensor Logits
        {
            get
            {
                using var stacked = torch.stack(scores);
                return stacked.squeeze(-1);
            }
        }

        /// <summary>How many steps took each token, [batch, tokens].</summary>
        internal Tensor Depths => depths!.squeeze(-1);

        /// <summary>Settles which tokens a step takes: of those that the step before took the ones with the highest scores, the first of equal ones, in their order.</summary>
        /// <param name="scored">A score for each token.</param>
        /// <param name="state">The state before the step.</param>
        /// <param name="step">The step, from 0.</param>
        internal void Choose(Tensor? scored, Tensor state, int step)
        {
            var (batch, tokens) = (state.shape[0], state.shape.Length > 1 ? state.shape[1] : 0);
            Require(scored, state, "one score for each token", new[] { batch, tokens }, new[] { batch, tokens, 1 });
            var all = scored!.reshape(batch, tokens, 1);
            scores.Add(all.MoveToOuterDisposeScope());
            Narrow(all, Math.Max(1, (long)Math.Ceiling(Math.Round(capacity[step] * tokens, 6))));
            gate = Scaled((chosen is null ? all : all.gather(1, chosen)).sigmoid());
            depths ??= torch.zeros(batch, tokens, 1, dtype: torch.ScalarType.Int64, device: state.device).MoveToOuterDisposeScope();
            depths.add_(chosen is null ? torch.ones_like(depths) : torch.zeros_like(depths).scatter_(1, chosen, torch.ones_like(chosen)));
        }

        /// <summary>The tokens of the state that the step takes.</summary>
        internal Tensor Take(Tensor state) => rows is null ? state : state.flatten(0, 1).index_select(0, rows).view(state.shape[0], -1, state.shape[2]);

        /// <summary>The entries of a context for the tokens that the step takes.</summary>
        /// <param name="all">[batch, tokens, …], or [1, tokens, …] where all samples share it; null where it is not there.</param>
        /// <param name="name">The context, for messages.</param>
        internal Tensor Take(Tensor? all, string name)
        {
            if (all is null)
            {
                return null!;
            }

            var (batch, tokens) = (depths!.shape[0], depths.shape[1]);
            if (all.shape.Length < 2 || all.shape[1] != tokens || (all.shape[0] != batch && all.shape[0] != 1))
            {
                throw new InvalidOperationException($"The context {name} is {Describe(all)}; it is marked [ScorePerToken] and must be [{batch}, {tokens}, …] or [1, {tokens}, …].");
            }

            if (rows is null)
            {
                return all;
            }

            var rest = all.shape.Skip(2).ToArray();
            var whole = all.expand(new[] { batch, tokens }.Concat(rest).ToArray());
            return whole.flatten(0, 1).index_select(0, rows).view(new[] { batch, -1 }.Concat(rest).ToArray());
        }

        /// <summary>The next state: <c>h + g·(next - h)</c> for the tokens that the step took, and h for the others.</summary>
        /// <param name="state">The state before the step.</param>
        /// <param name="taken">Its tokens that the step took.</param>
        /// <param name="next">The same after it.</param>
        internal Tensor Put(Tensor state, Tensor taken, Tensor next)
        {
            var moved = taken.lerp(next, gate!);
            return rows is null ? moved : state.flatten(0, 1).index_copy(0, rows, moved.flatten(0, 1)).view(state.shape);
        }

        private void Narrow(Tensor all, long most)
        {
            var candidates = chosen is null ? all : all.gather(1, chosen);
            if (most >= candidates.shape[1])
            {
                return;
            }

            var best = candidates.sort(1, descending: true, stable: true).Indices.narrow(1, 0, most).sort(1).Values;
            var (last, lastRows) = (chosen, rows);
            chosen = (last is null ? best : last.gather(1, best)).MoveToOuterDisposeScope();
            rows = chosen.add(Starts(all)).flatten().MoveToOuterDisposeScope();
            last?.Dispose();
            lastRows?.Dispose();
        }

        /// <summary>The first row of each sample, where samples follow one another.</summary>
        private static Tensor Starts(Tensor all)
            => torch.arange(all.shape[0], dtype: torch.ScalarType.Int64, device: all.device).mul(torch.tensor(all.shape[1], dtype: torch.ScalarType.Int64, device: all.device)).view(-1, 1, 1);
    }
}
