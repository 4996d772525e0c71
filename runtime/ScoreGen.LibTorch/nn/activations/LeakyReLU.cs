using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0, negative_slope·x below.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(bool inplace, double negative_slope)
            : base(nameof(LeakyReLU)) => (this.inplace, this.negative_slope) = (inplace, negative_slope);

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The slope below 0.</summary>
        public double negative_slope { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, negative_slope·x below.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(inplace, negative_slope);

            public static partial class functional
            {
                /// <summary>input above 0, negative_slope·input below.</summary>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    inplace ? Aten.leaky_relu_.Update(input, negative_slope).alias() : Aten.leaky_relu.Call(input, negative_slope);
            }
        }
    }
}
