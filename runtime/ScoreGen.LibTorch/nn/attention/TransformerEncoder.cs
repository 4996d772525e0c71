using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Several encoder layers in a row, each a copy of one and trained for itself.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly EncoderOptions _options;
        private readonly long _layers;

        internal TransformerEncoder(TransformerEncoderLayer layer, long layers)
            : base("torch::nn::TransformerEncoderImpl")
        {
            _options = layer.Options;
            _layers = layers;
            using var guard = no_grad();
            for (var i = 0L; i < layers; i++)
            {
                _options.SkipDrawsOfAClone();
                foreach (var (name, value) in layer.named_parameters())
                {
                    var copy = new Parameter(value.clone(), value.requires_grad);
                    copy.DetachFromDisposeScope();
                    register_parameter($"layers.{i}.{name}", copy);
                }
            }
        }

        /// <summary>The activation inside the feed-forward parts.</summary>
        public enum Activations
        {
            /// <summary>max(0, x)</summary>
            ReLU = 0,

            /// <summary>x·Φ(x)</summary>
            GELU = 1,
        }

        /// <summary>Runs the layers with a mask, and with hooks.</summary>
        /// <param name="src">Of shape (length, batch, width).</param>
        /// <param name="src_mask">Of shape (length, length), added to the scores: -∞ where not to look. Bools hide nothing.</param>
        public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null!);

        /// <summary>Runs the layers without masks, and with hooks.</summary>
        /// <param name="src">Of shape (length, batch, width).</param>
        public Tensor call(Tensor src) => call(src, null!, null!);

        /// <inheritdoc/>
        public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask)
        {
            var current = src.alias();
            for (var i = 0L; i < _layers; i++)
            {
                var prefix = $"layers.{i}.";
                using var previous = current;
                current = _options.Run(previous, src_mask, src_key_padding_mask, name => OwnParameter(prefix + name), training);
            }
            return current;
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
            /// <summary>Several encoder layers in a row, each a copy of one and trained for itself.</summary>
            /// <param name="encoder_layer">The layer to copy.</param>
            /// <param name="num_layers">The number of copies.</param>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}
