using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Convolves (batch, channels, length) or (channels, length).</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride, long? padding, Padding? padding_type, long dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride], padding is { } size ? [size] : null, padding_type,
                [dilation], false, [0], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentException">The shape of the input does not fit.</exception>
        public override Tensor forward(Tensor input)
        {
            RequireShape(input, 1);
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = Padded(input);
                return nn.functional.conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups);
            }
            return padding_type is { } type
                ? nn.functional.conv1d_padding(input, weight, bias, stride[0], type, dilation[0], groups)
                : nn.functional.conv1d(input, weight, bias, stride[0], padding?[0], dilation[0], groups);
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
            /// <summary>Convolves (batch, channels, length) or (channels, length).</summary>
            /// <param name="in_channels">The number of channels of the input.</param>
            /// <param name="out_channels">The number of channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The step of the kernel.</param>
            /// <param name="padding">The padding on both sides.</param>
            /// <param name="dilation">The distance between the kernel's elements.</param>
            /// <param name="padding_mode">What the padded input has at its edges.</param>
            /// <param name="groups">The number of groups that the channels are split into.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, null, dilation, padding_mode, groups, bias, device, dtype);

            /// <summary>Convolves (batch, channels, length) or (channels, length).</summary>
            /// <param name="in_channels">The number of channels of the input.</param>
            /// <param name="out_channels">The number of channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="padding">The padding by name.</param>
            /// <param name="stride">The step of the kernel.</param>
            /// <param name="dilation">The distance between the kernel's elements.</param>
            /// <param name="padding_mode">What the padded input has at its edges.</param>
            /// <param name="groups">The number of groups that the channels are split into.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, null, padding, dilation, padding_mode, groups, bias, device, dtype);

            public static partial class functional
            {
                /// <summary>Convolves (batch, channels, length) with kernels of shape (out, channels / groups, kernel).</summary>
                public static Tensor conv1d(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                    long groups = 1) =>
                    Aten.conv1d.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

                /// <summary>Convolves (batch, channels, length) with a padding given by name.</summary>
                public static Tensor conv1d_padding(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid,
                    long? dilation = null, long groups = 1) =>
                    Aten.conv1d_padding.Call(input, weight, bias, new[] { stride ?? 1 }, NameOf(padding), new[] { dilation ?? 1 }, groups);

                private static string NameOf(Padding padding) => padding == Padding.Same ? "same" : "valid";
            }
        }
    }
}
