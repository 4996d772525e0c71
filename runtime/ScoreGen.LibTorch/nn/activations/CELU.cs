using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0, α·(e^(x/α) - 1) below.</summary>
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU(double alpha, bool inplace)
            : base(nameof(CELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>α</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, α·(e^(x/α) - 1) below.</summary>
            public static CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x above 0, α·(e^(x/α) - 1) below.</summary>
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? Aten.celu_.Update(x, alpha).alias() : Aten.celu.Call(x, alpha);
            }
        }
    }
}
