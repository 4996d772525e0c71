using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>e⁻ˣ, scaled to sum 1 along a dimension.</summary>
    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin(long dim)
            : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The dimension that is summed to 1.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>e⁻ˣ, scaled to sum 1 along a dimension.</summary>
            public static Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>e⁻ˣ, scaled to sum 1 along a dimension.</summary>
                public static Tensor softmin(Tensor x, long dim)
                {
                    using var negated = x.neg();
                    return softmax(negated, dim);
                }
            }
        }
    }
}
