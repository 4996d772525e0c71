using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0, a learned slope times x below.</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal PReLU(long num_parameters, double init)
            : base(nameof(PReLU))
        {
            this.num_parameters = num_parameters;
            this.init = init;
            weight = new Parameter(full(num_parameters, init, get_default_dtype(), CPU));
        }

        /// <summary>The number of slopes: one, or one a channel.</summary>
        public long num_parameters { get; }

        /// <summary>What the slopes start from.</summary>
        public double init { get; }

        /// <summary>The slopes.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => SetParameter(ref _weight, value, nameof(weight));
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, a learned slope times x below.</summary>
            /// <param name="num_parameters">The number of slopes: one, or one a channel.</param>
            /// <param name="init">What the slopes start from.</param>
            /// <param name="device">Where the slopes end up.</param>
            /// <param name="dtype">Their element type.</param>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new PReLU(num_parameters, init).MovedToDefault(device, dtype);

            public static partial class functional
            {
                /// <summary>input above 0, weight·input below.</summary>
                public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);
            }
        }
    }
}
