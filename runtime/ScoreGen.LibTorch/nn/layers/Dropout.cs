using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>While training, zeroes each element with probability p and scales the rest by 1/(1-p).</summary>
    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        /// <summary>The probability that an element is zeroed.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>While training, zeroes each element with probability p and scales the rest by 1/(1-p).</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Zeroes each element with probability p and scales the rest by 1/(1-p). Not training: an alias of the input.</summary>
                /// <exception cref="ArgumentOutOfRangeException">p is not between 0 and 1.</exception>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (p is not (>= 0 and <= 1))
                        throw new ArgumentOutOfRangeException(nameof(p), p, "A dropout probability is between 0 and 1.");
                    return inplace ? Aten.dropout_.Update(input, p, training).alias() : Aten.dropout.Call(input, p, training);
                }
            }
        }
    }
}
