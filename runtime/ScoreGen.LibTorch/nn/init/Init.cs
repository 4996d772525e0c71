using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors in place, without recording gradients, and returns them.</summary>
        public static partial class init
        {
            /// <summary>Fills with ones.</summary>
            public static Tensor ones_(Tensor tensor) => Filled(tensor, t => t.fill_(1));

            /// <summary>Fills with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Filled(tensor, t => t.zero_());

            /// <summary>Fills with one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Filled(tensor, t => t.fill_(val));

            /// <summary>Draws uniformly from low up to but without high.</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="low">The least number.</param>
            /// <param name="high">What the numbers stay below.</param>
            /// <param name="generator">Not asked: TorchSharp draws from the default generator too.</param>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator generator = null!) =>
                Filled(tensor, t => t.uniform_(low, high));

            /// <summary>Draws from a normal distribution.</summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">Not asked: TorchSharp draws from the default generator too.</param>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator generator = null!) =>
                Filled(tensor, t => t.normal_(mean, std));

            /// <summary>
            /// Draws z from a normal distribution cut off where PyTorch cuts it off, and fills with z·mean/√2 + std between a and b. PyTorch
            /// fills with z·std + mean; TorchSharp, which this follows, has the two the other way round.
            /// </summary>
            /// <param name="tensor">What to fill.</param>
            /// <param name="mean">What PyTorch takes for the mean, and TorchSharp for a factor.</param>
            /// <param name="std">What PyTorch takes for the deviation, and TorchSharp for a summand.</param>
            /// <param name="a">The least number.</param>
            /// <param name="b">The greatest number.</param>
            /// <param name="generator">Not asked: TorchSharp draws from the default generator too.</param>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator generator = null!)
            {
                var low = Normal.CumulativeDistribution((a - mean) / std);
                var high = Normal.CumulativeDistribution((b - mean) / std);
                return Filled(tensor, t =>
                {
                    t.uniform_(2 * low - 1, 2 * high - 1);
                    Aten.erfinv_.Update(t);
                    t.mul_(mean).add_(std);
                    t.clamp_(a, b);
                });
            }

            /// <summary>Draws a matrix with orthonormal rows or columns, whichever are fewer, times gain.</summary>
            /// <exception cref="ExternalException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                RequireMatrix(tensor, "Only tensors with 2 or more dimensions are supported");
                return Filled(tensor, t =>
                {
                    var rows = t.shape[0];
                    var columns = t.numel() / rows;
                    var flat = randn(rows, columns, t.dtype, t.device);
                    var (q, r) = Aten.linalg_qr.CallPair(rows < columns ? flat.transpose(0, 1) : flat, "reduced");
                    q.mul_(Aten.sign.Call(Aten.diagonal.Call(r)));
                    t.view(rows, columns).copy_(rows < columns ? q.transpose(0, 1) : q).mul_(gain);
                });
            }

            /// <summary>Runs the filling without gradients, and frees what it leaves behind.</summary>
            private static Tensor Filled(Tensor tensor, Action<Tensor> fill)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                fill(tensor);
                return tensor;
            }
        }
    }
}
