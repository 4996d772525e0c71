using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x·σ(x)</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace)
            : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·σ(x)</summary>
            public static SiLU SiLU() => new(false);

            /// <summary>x·σ(x)</summary>
            public static SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x·σ(x)</summary>
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    inplace ? Aten.silu_.Update(x).alias() : Aten.silu.Call(x);
            }
        }
    }
}
