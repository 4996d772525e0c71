using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>In place: x, cut off at min_val and max_val. Otherwise x itself as it is, as TorchSharp returns it.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace)
            : base(nameof(Hardtanh)) => (this.min_val, this.max_val, this.inplace) = (min_val, max_val, inplace);

        /// <summary>The least value.</summary>
        public double min_val { get; set; }

        /// <summary>The greatest value.</summary>
        public double max_val { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>In place: x, cut off at min_val and max_val. Otherwise x itself as it is, as TorchSharp returns it.</summary>
            public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

            public static partial class functional
            {
                /// <summary>In place: x, cut off at min_val and max_val. Otherwise x itself as it is, as TorchSharp returns it.</summary>
                public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                    inplace ? x.hardtanh_(min_val, max_val).alias() : x.hardtanh(min_val, max_val);
            }
        }
    }
}
