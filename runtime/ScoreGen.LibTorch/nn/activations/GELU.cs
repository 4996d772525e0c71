using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        /// <summary>How the normal distribution is computed.</summary>
        public enum Approximate
        {
            /// <summary>By the error function.</summary>
            none,

            /// <summary>By tanh, as GPT-2 did.</summary>
            tanh,
        }

        internal GELU(bool inplace, Approximate approximate)
            : base(nameof(GELU)) => (this.inplace, this.approximate) = (inplace, approximate);

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>How Φ is computed.</summary>
        public Approximate approximate { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
            public static GELU GELU() => new(false, Modules.GELU.Approximate.none);

            /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
            public static GELU GELU(bool inplace) => new(inplace, Modules.GELU.Approximate.none);

            /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

            public static partial class functional
            {
                /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
                public static Tensor gelu(Tensor x) => Aten.gelu.Unary(x);

                /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
                public static Tensor gelu(Tensor x, bool inplace) => inplace ? Aten.gelu_.Update(x).alias() : Aten.gelu.Unary(x);

                /// <summary>x·Φ(x), with Φ the standard normal distribution.</summary>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
                {
                    var method = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                    return inplace ? Aten.gelu_.Update(x, method).alias() : Aten.gelu.Call(x, method);
                }
            }
        }
    }
}
