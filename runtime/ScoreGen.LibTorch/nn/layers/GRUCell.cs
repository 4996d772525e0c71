using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a gated recurrent unit.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly long _hiddenSize;

        [ComponentName(Name = nameof(weight_ih))]
        private Parameter? _weight_ih;

        [ComponentName(Name = nameof(weight_hh))]
        private Parameter? _weight_hh;

        [ComponentName(Name = nameof(bias_ih))]
        private Parameter? _bias_ih;

        [ComponentName(Name = nameof(bias_hh))]
        private Parameter? _bias_hh;

        internal GRUCell(long inputSize, long hiddenSize, bool bias)
            : base("torch::nn::GRUCellImpl")
        {
            _hiddenSize = hiddenSize;
            var bound = hiddenSize > 0 ? 1 / Math.Sqrt(hiddenSize) : 0;
            weight_ih = Uniform(bound, 3 * hiddenSize, inputSize);
            weight_hh = Uniform(bound, 3 * hiddenSize, hiddenSize);
            if (!bias)
                return;
            bias_ih = Uniform(bound, 3 * hiddenSize);
            bias_hh = Uniform(bound, 3 * hiddenSize);
        }

        /// <summary>The weights on the input, of shape (3·hidden, input): reset, update and new gate.</summary>
        [DisallowNull]
        public Parameter? weight_ih
        {
            get => _weight_ih;
            set => SetParameter(ref _weight_ih, value, nameof(weight_ih));
        }

        /// <summary>The weights on the state, of shape (3·hidden, hidden): reset, update and new gate.</summary>
        [DisallowNull]
        public Parameter? weight_hh
        {
            get => _weight_hh;
            set => SetParameter(ref _weight_hh, value, nameof(weight_hh));
        }

        /// <summary>The biases beside weight_ih, of shape (3·hidden), or null.</summary>
        [DisallowNull]
        public Parameter? bias_ih
        {
            get => _bias_ih;
            set => SetParameter(ref _bias_ih, value, nameof(bias_ih));
        }

        /// <summary>The biases beside weight_hh, of shape (3·hidden), or null.</summary>
        [DisallowNull]
        public Parameter? bias_hh
        {
            get => _bias_hh;
            set => SetParameter(ref _bias_hh, value, nameof(bias_hh));
        }

        /// <summary>The next state.</summary>
        /// <param name="input">The input, of shape (batch, input) or (input).</param>
        /// <param name="h0">The state, of shape (batch, hidden) or (hidden); null means zeros.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            if (input.ndim is not (1 or 2))
                throw new ArgumentException($"GRUCell wants an input of 1 or 2 dimensions, but got {input.ndim}.", nameof(input));
            var unbatched = input.ndim == 1;
            using var batch = unbatched ? input.unsqueeze(0) : input.alias();
            using var state = h0 is null
                ? zeros(batch.shape[0], _hiddenSize, input.dtype, input.device)
                : unbatched ? h0.unsqueeze(0) : h0.alias();
            var next = Aten.gru_cell.Call(batch, state, _weight_ih!, _weight_hh!, _bias_ih, _bias_hh);
            if (!unbatched)
                return next;
            using (next)
                return next.squeeze(0);
        }

        private static Parameter Uniform(double bound, params long[] shape)
        {
            var parameter = new Parameter(empty(shape, get_default_dtype(), CPU));
            nn.init.uniform_(parameter, -bound, bound);
            return parameter;
        }
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a gated recurrent unit.</summary>
            /// <param name="inputSize">The width of the input.</param>
            /// <param name="hiddenSize">The width of the state.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">Where the parameters end up.</param>
            /// <param name="dtype">Their element type.</param>
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new GRUCell(inputSize, hiddenSize, bias).MovedToDefault(device, dtype);
        }
    }
}
