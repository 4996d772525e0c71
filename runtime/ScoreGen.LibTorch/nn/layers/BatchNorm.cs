using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises each channel over the batch.</summary>
    public abstract class BatchNorm : NormBase
    {
        /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"/>
        public BatchNorm(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>Normalises with the batch's statistics while training, with the running ones otherwise.</summary>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var useRunning = !training || track_running_stats;
            var useBatch = training || (running_mean is null && running_var is null);
            return nn.functional.batch_norm(
                input, useRunning ? running_mean : null, useRunning ? running_var : null, weight, bias, useBatch, ShareOfThisBatch(), eps);
        }

        private double ShareOfThisBatch()
        {
            if (!training || !track_running_stats || num_batches_tracked is null)
                return momentum ?? 0;
            num_batches_tracked.add_(1);
            return momentum ?? 1.0 / num_batches_tracked.ToDouble();
        }
    }

    /// <summary>Normalises each channel over the batch, for input of shape (batch, channels) or (batch, channels, length).</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (2 or 3))
                throw new ArgumentException($"expected 2D or 3D input, but got {input.ndim}D input.", nameof(input));
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
            /// <summary>Normalises each channel over the batch, for input of shape (batch, channels) or (batch, channels, length).</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The share of the new batch in the running statistics.</param>
            /// <param name="affine">Whether channels are scaled and shifted.</param>
            /// <param name="track_running_stats">Whether running statistics are kept, and used in evaluation mode.</param>
            /// <param name="device">Where the tensors are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
