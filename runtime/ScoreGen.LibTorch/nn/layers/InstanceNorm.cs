using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises each channel of each sample by itself.</summary>
    public abstract class InstanceNorm : NormBase
    {
        /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"/>
        public InstanceNorm(
            long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>Normalises with each sample's statistics; with running ones in evaluation mode, where they are kept.</summary>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            if (input.ndim != GetNumberOfBatchDimensions())
                return Normalised(input);
            using var batch = input.unsqueeze(0);
            using var normalised = Normalised(batch);
            return normalised.squeeze(0);
        }

        /// <summary>The number of dimensions of an input that is a single sample.</summary>
        protected abstract long GetNumberOfBatchDimensions();

        private Tensor Normalised(Tensor batch) =>
            Aten.instance_norm.Call(batch, affine ? weight : null, bias, running_mean, running_var, training || !track_running_stats, momentum ?? 0, eps, true);
    }

    /// <summary>Normalises each channel of each sample, for input of shape (batch, channels, length) or (channels, length).</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 2;

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (2 or 3))
                throw new ArgumentException($"expected 2D or 3D input, but got {input.ndim}D input.", nameof(input));
        }
    }

    /// <summary>Normalises each channel of each sample, for input of shape (batch, channels, height, width) or (channels, height, width).</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
        {
        }

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 3;

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (3 or 4))
                throw new ArgumentException($"expected 3D or 4D input, but got {input.ndim}D input.", nameof(input));
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
            /// <summary>Normalises each channel of each sample, for input of shape (batch, channels, length) or (channels, length).</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device?, ScalarType?)" path="/param"/>
            public static InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Normalises each channel of each sample, for input of shape (batch, channels, height, width) or (channels, height, width).</summary>
            /// <inheritdoc cref="BatchNorm1d(long, double, double, bool, bool, Device?, ScalarType?)" path="/param"/>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
