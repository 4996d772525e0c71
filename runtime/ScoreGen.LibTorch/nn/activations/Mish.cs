using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x·tanh(softplus(x))</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace)
            : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·tanh(softplus(x))</summary>
            public static Mish Mish() => new(false);

            /// <summary>x·tanh(softplus(x))</summary>
            public static Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x·tanh(softplus(x))</summary>
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    inplace ? Aten.mish_.Update(x).alias() : Aten.mish.Call(x);
            }
        }
    }
}
