using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>While training, zeroes whole channels with probability p and scales the rest by 1/(1-p).</summary>
    public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout2d(double p, bool inplace)
            : base(nameof(Dropout2d)) => (this.p, this.inplace) = (p, inplace);

        /// <summary>The probability that a channel is zeroed.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>While training, zeroes whole channels with probability p and scales the rest by 1/(1-p).</summary>
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>
                /// Zeroes whole channels of (batch, channels, height, width), or whole slices of what has another number of dimensions, with
                /// probability p and scales the rest by 1/(1-p). Not training: an alias of the input.
                /// </summary>
                /// <exception cref="ArgumentOutOfRangeException">p is not between 0 and 1.</exception>
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (p is not (>= 0 and <= 1))
                        throw new ArgumentOutOfRangeException(nameof(p), p, "A dropout probability is between 0 and 1.");
                    using var scope = NewDisposeScope();
                    var batch = input.ndim == 4 ? input : input.unsqueeze(0);
                    var result = inplace ? Aten.feature_dropout_.Update(batch, p, training).alias() : Aten.feature_dropout.Call(batch, p, training);
                    return (input.ndim == 4 ? result : result.squeeze(0)).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
