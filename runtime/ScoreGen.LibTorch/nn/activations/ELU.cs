using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0, α·(eˣ - 1) below.</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace)
            : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>α</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, α·(eˣ - 1) below; x itself stays as it is, in TorchSharp too.</summary>
            public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x above 0, α·(eˣ - 1) below; x itself stays as it is, in TorchSharp too.</summary>
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Aten.elu.Call(x, alpha);
            }
        }
    }
}
