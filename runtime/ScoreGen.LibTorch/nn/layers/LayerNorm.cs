using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises over the last dimensions to mean 0 and variance 1, then scales and shifts element-wise.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            this.normalized_shape = normalized_shape;
            this.eps = eps;
            this.elementwise_affine = elementwise_affine;
            if (!elementwise_affine)
                return;
            weight = new Parameter(empty(normalized_shape, dtype, device));
            if (bias)
                this.bias = new Parameter(empty(normalized_shape, dtype, device));
            reset_parameters();
        }

        /// <summary>The sizes of the dimensions that are normalised over.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether the result is scaled and shifted.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>The scale, of shape normalized_shape; null where there is none.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => SetParameter(ref _weight, value, nameof(weight));
        }

        /// <summary>The shift, of shape normalized_shape, or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => SetParameter(ref _bias, value, nameof(bias));
        }

        /// <summary>Sets the scale to 1 and the shift to 0.</summary>
        public void reset_parameters()
        {
            if (_weight is not null)
                nn.init.ones_(_weight);
            if (_bias is not null)
                nn.init.zeros_(_bias);
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Normalises over the last dimensions to mean 0 and variance 1, then scales and shifts element-wise.</summary>
            /// <param name="normalized_shape">The sizes of the dimensions to normalise over.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether the result is scaled.</param>
            /// <param name="bias">Whether it is shifted as well.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Normalises over the last dimension to mean 0 and variance 1, then scales and shifts element-wise.</summary>
            /// <param name="normalized_shape">The size of the last dimension.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether the result is scaled.</param>
            /// <param name="bias">Whether it is shifted as well.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}
