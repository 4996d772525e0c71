using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private const string NoFans = "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions";

            /// <summary>What follows a layer, and so how large its weights should be.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>Nothing, after a convolution.</summary>
                Conv1D = 1,

                /// <summary>Nothing, after a convolution.</summary>
                Conv2D = 2,

                /// <summary>Nothing, after a convolution.</summary>
                Conv3D = 3,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>σ(x)</summary>
                Sigmoid = 7,

                /// <summary>tanh(x)</summary>
                Tanh = 8,

                /// <summary>max(0, x)</summary>
                ReLU = 9,

                /// <summary>x above 0, a small slope below.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Which side of a layer keeps its variance.</summary>
            public enum FanInOut
            {
                /// <summary>The forward pass.</summary>
                FanIn = 0,

                /// <summary>The backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>The factor that makes up for what a nonlinearity takes away.</summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope of a leaky ReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>The number of inputs and of outputs that one weight tensor of shape (out, in, …) connects.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException(NoFans, nameof(tensor));
                var receptiveField = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * receptiveField, shape[0] * receptiveField);
            }

            /// <summary>Draws uniformly, so that variance is kept through the layer and its nonlinearity (He).</summary>
            /// <param name="tensor">Weights of shape (out, in, …).</param>
            /// <param name="a">The slope of a leaky ReLU.</param>
            /// <param name="mode">Which pass keeps its variance.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Draws from a normal distribution, so that variance is kept through the layer and its nonlinearity (He).</summary>
            /// <param name="tensor">Weights of shape (out, in, …).</param>
            /// <param name="a">The slope of a leaky ReLU.</param>
            /// <param name="mode">Which pass keeps its variance.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>TorchSharp lets libtorch refuse vectors here.</summary>
            private static void RequireMatrix(Tensor tensor, string refusal)
            {
                if (tensor.ndim < 2)
                    throw new ExternalException($"{refusal}: its shape is [{string.Join(", ", tensor.shape)}].");
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                RequireMatrix(tensor, NoFans);
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            /// <summary>Draws uniformly, so that variance is kept in both passes (Glorot).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>The same as <see cref="xavier_uniform_"/>: TorchSharp draws uniformly here too.</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Draws from a normal distribution, so that variance is kept in both passes (Glorot), as libtorch's own layers do.</summary>
            internal static Tensor XavierNormal(Tensor tensor) => normal_(tensor, 0, XavierDeviation(tensor, 1));

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                RequireMatrix(tensor, NoFans);
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }
        }
    }
}
