using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises groups of channels to mean 0 and variance 1, then scales and shifts each channel.</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            this.num_groups = num_groups;
            this.eps = eps;
            this.affine = affine;
            if (!affine)
                return;
            weight = new Parameter(empty(num_channels, dtype, device));
            bias = new Parameter(empty(num_channels, dtype, device));
            nn.init.ones_(weight);
            nn.init.zeros_(bias);
        }

        /// <summary>The number of groups that the channels are split into.</summary>
        public long num_groups { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether channels are scaled and shifted.</summary>
        public bool affine { get; set; }

        /// <summary>The scale of each channel; null where there is none.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => SetParameter(ref _weight, value, nameof(weight));
        }

        /// <summary>The shift of each channel, or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => SetParameter(ref _bias, value, nameof(bias));
        }

        /// <summary>Normalises a tensor of shape (batch, channels, …).</summary>
        /// <exception cref="ArgumentException">The tensor has fewer than three dimensions.</exception>
        public override Tensor forward(Tensor tensor)
        {
            if (tensor.ndim < 3)
                throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.ndim}", nameof(tensor));
            return nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
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
            /// <summary>Normalises groups of channels to mean 0 and variance 1, then scales and shifts each channel.</summary>
            /// <param name="num_groups">The number of groups.</param>
            /// <param name="num_channels">The number of channels, a multiple of it.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="affine">Whether channels are scaled and shifted.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1E-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
