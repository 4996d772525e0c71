using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>How an embedding looks rows up and collects their gradients.</summary>
    internal sealed record EmbeddingOptions(long? PaddingIndex, double? MaxNorm, double NormType, bool ScaleGradByFreq, bool Sparse);

    /// <summary>A table of vectors, looked up by row number.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly EmbeddingOptions _options;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal Embedding(Parameter weight, EmbeddingOptions options)
            : base("torch::nn::EmbeddingImpl")
        {
            _options = options;
            this.weight = weight;
        }

        /// <summary>The table, of shape (rows, width).</summary>
        [DisallowNull]
        public Parameter? weight
        {
            get => _weight;
            set => SetParameter(ref _weight, value, nameof(weight));
        }

        /// <summary>The rows at the given numbers: shape (…, width) for indices of shape (…).</summary>
        public override Tensor forward(Tensor input)
        {
            if (_options.MaxNorm is { } maxNorm)
            {
                using var guard = no_grad();
                Aten.embedding_renorm_.Update(_weight!, input.contiguous(), maxNorm, _options.NormType);
            }
            return Aten.embedding.Call(_weight!, input, _options.PaddingIndex ?? -1, _options.ScaleGradByFreq, _options.Sparse);
        }

        internal static EmbeddingOptions Options(long rows, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        {
            if (padding_idx is { } index && (index >= rows || index < -rows))
                throw new ExternalException($"Padding_idx must be within num_embeddings: it is {index}, and the table has {rows} rows.");
            var padding = padding_idx < 0 ? padding_idx + rows : padding_idx;
            return new EmbeddingOptions(padding, max_norm, norm_type, scale_grad_by_freq, sparse);
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
            /// <summary>A table of vectors, drawn from a standard normal distribution.</summary>
            /// <param name="num_embeddings">The number of rows.</param>
            /// <param name="embedding_dims">The width of a row.</param>
            /// <param name="padding_idx">A row that starts as zeros and gets no gradient.</param>
            /// <param name="max_norm">Rows that are looked up are scaled down to this norm, in the table.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether a row's gradient is divided by how often the row is in the batch.</param>
            /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
            /// <param name="device">Where the table ends up.</param>
            /// <param name="dtype">Its element type.</param>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var options = Modules.Embedding.Options(num_embeddings, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
                // Drawn in the default type on the CPU and moved afterwards: the same numbers for every device and type.
                var weight = new Parameter(empty(num_embeddings, embedding_dims, get_default_dtype(), CPU));
                init.normal_(weight);
                if (options.PaddingIndex is { } row)
                {
                    using var guard = no_grad();
                    using var padding = weight.select(0, row);
                    padding.zero_().Dispose();
                }
                return new Embedding(weight, options).MovedToDefault(device, dtype);
            }

            /// <summary>A table of given vectors.</summary>
            /// <param name="embeddings">The table, of shape (rows, width).</param>
            /// <param name="freeze">Whether the table stays as it is.</param>
            /// <param name="padding_idx">A row that gets no gradient.</param>
            /// <param name="max_norm">Rows that are looked up are scaled down to this norm, in the table.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether a row's gradient is divided by how often the row is in the batch.</param>
            /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
            /// <param name="device">Where the table ends up.</param>
            /// <param name="dtype">Its element type.</param>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var options = Modules.Embedding.Options(embeddings.shape[0], padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
                return new Embedding(new Parameter(embeddings.alias(), !freeze), options).MovedToDefault(device, dtype);
            }
        }
    }
}
