using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention and a feed-forward part, each with dropout, a skip connection and a layer norm after it.</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        internal TransformerEncoderLayer(EncoderOptions options)
            : base("torch::nn::TransformerEncoderLayerImpl")
        {
            Options = options;
            foreach (var (name, value) in options.Draw())
            {
                value.DetachFromDisposeScope();
                register_parameter(name, value);
            }
        }

        internal EncoderOptions Options { get; }

        /// <summary>Runs the layer with masks, and without hooks.</summary>
        /// <param name="src">Of shape (length, batch, width).</param>
        /// <param name="src_mask">Of shape (length, length), added to the scores: -∞ where not to look. Bools hide nothing.</param>
        /// <param name="src_key_padding_mask">Of shape (batch, length): true where not to look.</param>
        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) =>
            Options.Run(src, src_mask, src_key_padding_mask, OwnParameter, training);

        /// <summary>Runs the layer with a mask, and without hooks.</summary>
        /// <param name="src">Of shape (length, batch, width).</param>
        /// <param name="src_mask">Of shape (length, length), added to the scores: -∞ where not to look. Bools hide nothing.</param>
        public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null!);

        /// <inheritdoc/>
        public override Tensor forward(Tensor src) => call(src, null!, null!);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Self-attention and a feed-forward part, each with dropout, a skip connection and a layer norm after it.</summary>
            /// <param name="d_model">The width.</param>
            /// <param name="nhead">The number of heads.</param>
            /// <param name="dim_feedforward">The width inside the feed-forward part.</param>
            /// <param name="dropout">The probability that an element is dropped.</param>
            /// <param name="activation">The activation inside the feed-forward part.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new EncoderOptions(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
