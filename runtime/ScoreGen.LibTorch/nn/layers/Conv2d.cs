using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Convolves (batch, channels, height, width) or (channels, height, width).</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, [0, 0], groups, bias,
                padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentException">The shape of the input does not fit.</exception>
        public override Tensor forward(Tensor input)
        {
            RequireShape(input, 2);
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = Padded(input);
                return nn.functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
            }
            return padding_type is { } type
                ? nn.functional.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
                : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
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
            /// <summary>Convolves (batch, channels, height, width) or (channels, height, width).</summary>
            /// <param name="in_channels">The number of channels of the input.</param>
            /// <param name="out_channels">The number of channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The step of the kernel.</param>
            /// <param name="padding">The padding on all sides.</param>
            /// <param name="dilation">The distance between the kernel's elements.</param>
            /// <param name="padding_mode">What the padded input has at its edges.</param>
            /// <param name="groups">The number of groups that the channels are split into.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <summary>Convolves (batch, channels, height, width) or (channels, height, width).</summary>
            /// <param name="in_channels">The number of channels of the input.</param>
            /// <param name="out_channels">The number of channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The step of the kernel.</param>
            /// <param name="padding">The padding above and below, and left and right.</param>
            /// <param name="dilation">The distance between the kernel's elements.</param>
            /// <param name="padding_mode">What the padded input has at its edges.</param>
            /// <param name="groups">The number of groups that the channels are split into.</param>
            /// <param name="bias">Whether something is added to each output channel.</param>
            /// <param name="device">Where the parameters are made.</param>
            /// <param name="dtype">Their element type.</param>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)), null,
                    Pair(dilation ?? (1, 1)), padding_mode, groups, bias, device, dtype);

            /// <summary>Convolves (batch, channels, height, width) or (channels, height, width).</summary>
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
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation), padding_mode,
                    groups, bias, device, dtype);

            /// <summary>Convolves (batch, channels, height, width) or (channels, height, width).</summary>
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
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), null, padding, Pair(dilation ?? (1, 1)),
                    padding_mode, groups, bias, device, dtype);

            private static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];

            public static partial class functional
            {
                /// <summary>Convolves (batch, channels, height, width) with kernels of shape (out, channels / groups, height, width).</summary>
                public static Tensor conv2d(
                    Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                    long groups = 1) =>
                    Aten.conv2d.Call(input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

                /// <summary>Convolves (batch, channels, height, width) with a padding given by name.</summary>
                public static Tensor conv2d_padding(
                    Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                    long[]? dilation = null, long groups = 1) =>
                    Aten.conv2d_padding.Call(input, weight, bias, strides ?? [1], NameOf(padding), dilation ?? [1], groups);
            }
        }
    }
}
