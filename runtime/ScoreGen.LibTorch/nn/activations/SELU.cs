using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A scaled ELU whose constants keep mean 0 and variance 1.</summary>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace)
            : base(nameof(SELU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A scaled ELU whose constants keep mean 0 and variance 1.</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>A scaled ELU whose constants keep mean 0 and variance 1.</summary>
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    inplace ? Aten.selu_.Update(x).alias() : Aten.selu.Call(x);
            }
        }
    }
}
