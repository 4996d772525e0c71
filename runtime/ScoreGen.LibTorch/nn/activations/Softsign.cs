using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x/(1 + |x|)</summary>
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign(bool inplace)
            : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x/(1 + |x|)</summary>
            public static Softsign Softsign() => new(false);

            /// <summary>x/(1 + |x|)</summary>
            public static Softsign Softsign(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x/(1 + |x|)</summary>
                public static Tensor softsign(Tensor x, bool inplace = false)
                {
                    using var magnitude = x.abs();
                    using var divisor = magnitude.add(1);
                    return inplace ? x.div_(divisor).alias() : x.div(divisor);
                }
            }
        }
    }
}
