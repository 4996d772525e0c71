using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Attention with several heads, over tensors of shape (length, batch, width).</summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly AttentionOptions _options;

        internal MultiheadAttention(AttentionOptions options)
            : base("torch::nn::MultiheadAttention")
        {
            _options = options.Checked();
            foreach (var (name, value) in AttentionWeights.Draw(options))
            {
                value.DetachFromDisposeScope();
                register_parameter(name, value);
            }
        }

        /// <summary>Runs the attention with its hooks.</summary>
        /// <param name="query">Of shape (targets, batch, width).</param>
        /// <param name="key">Of shape (sources, batch, key width).</param>
        /// <param name="value">Of shape (sources, batch, value width).</param>
        /// <param name="key_padding_mask">Of shape (batch, sources): true where not to look.</param>
        /// <param name="need_weights">Whether the weights are wanted.</param>
        /// <param name="attn_mask">
        /// Of shape (targets, sources), added to the scores: -∞ where not to look. A mask of bools adds 1 where it is true and hides nothing,
        /// in TorchSharp too.
        /// </param>
        /// <returns>
        /// The result, of shape (targets, batch, width), and the weights averaged over the heads, of shape (batch, targets, sources), or
        /// an invalid tensor where they were not wanted.
        /// </returns>
        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        /// <inheritdoc/>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            var (output, weights) = new ScoredAttention(_options, OwnParameter, training)
                .Run(query, key, value, key_padding_mask, need_weights, attn_mask);
            return Tuple.Create(output, weights ?? new Tensor(0));
        }
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Attention with several heads, over tensors of shape (length, batch, width).</summary>
            /// <param name="embedded_dim">The width, of queries and result.</param>
            /// <param name="num_heads">The number of heads, which the width is split among.</param>
            /// <param name="dropout">The probability that a weight is dropped.</param>
            /// <param name="bias">Whether the linear layers have biases.</param>
            /// <param name="add_bias_kv">Whether there is one more, learned, source.</param>
            /// <param name="add_zero_attn">Whether there is one more source, of zeros.</param>
            /// <param name="kdim">The width of the keys; null takes embedded_dim.</param>
            /// <param name="vdim">The width of the values; null takes embedded_dim.</param>
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
                long? kdim = null, long? vdim = null) =>
                new(new AttentionOptions(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim));
        }
    }
}
