using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>log σ(x)</summary>
    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid()
            : base(nameof(LogSigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>log σ(x)</summary>
            public static LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                /// <summary>log σ(x)</summary>
                public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);
            }
        }
    }
}
