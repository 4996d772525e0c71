using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x·hardsigmoid(x)</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace)
            : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·hardsigmoid(x)</summary>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>input·hardsigmoid(input)</summary>
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    inplace ? Aten.hardswish_.Update(input).alias() : Aten.hardswish.Call(input);
            }
        }
    }
}
