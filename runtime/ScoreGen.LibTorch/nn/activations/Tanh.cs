using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>tanh(x)</summary>
    public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanh(bool inplace)
            : base(nameof(Tanh)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>tanh(x)</summary>
            public static Tanh Tanh() => new(false);

            /// <summary>tanh(x)</summary>
            public static Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>tanh(x)</summary>
                public static Tensor tanh(Tensor x, bool inplace = false) =>
                    inplace ? Aten.tanh_.Update(x).alias() : Aten.tanh.Call(x);
            }
        }
    }
}
