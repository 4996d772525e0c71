using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x - log Σ eˣ, summed along a dimension.</summary>
    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax(long dim)
            : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The dimension that is summed over.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x - log Σ eˣ, summed along a dimension.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>x - log Σ eˣ, summed along a dimension.</summary>
                public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax.Call(x, dim);
            }
        }
    }
}
