using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>σ(x) = 1/(1 + e⁻ˣ)</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace)
            : base(nameof(Sigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>σ(x) = 1/(1 + e⁻ˣ)</summary>
            public static Sigmoid Sigmoid() => new(false);

            /// <summary>σ(x) = 1/(1 + e⁻ˣ)</summary>
            public static Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>σ(x) = 1/(1 + e⁻ˣ)</summary>
                public static Tensor sigmoid(Tensor x, bool inplace) =>
                    inplace ? Aten.sigmoid_.Update(x).alias() : Aten.sigmoid.Call(x);

                /// <summary>σ(x) = 1/(1 + e⁻ˣ)</summary>
                public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);
            }
        }
    }
}
