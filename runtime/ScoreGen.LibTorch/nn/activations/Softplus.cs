using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>log(1 + e^(β·x))/β, linear where β·x is above the threshold.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

        /// <summary>β</summary>
        public double beta { get; set; }

        /// <summary>Where the function becomes linear.</summary>
        public double threshold { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>log(1 + e^(β·x))/β, linear where β·x is above the threshold.</summary>
            public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                /// <summary>log(1 + e^(β·x))/β, linear where β·x is above the threshold.</summary>
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.softplus.Call(x, beta, threshold);
            }
        }
    }
}
