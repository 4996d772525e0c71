namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Divides by the p-norm along a dimension, or by eps where the norm is less.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Aten.norm.Call(input, p, new[] { dim }, true);
                using var divisor = norm.clamp_min(eps);
                return input.div(divisor);
            }

            /// <summary>Normalises each channel over the batch, and updates the running statistics while training.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1E-05)
            {
                if (training && input.numel() == input.size(1))
                    throw new ArgumentException(
                        $"Expected more than 1 value per channel when training, got input size ({string.Join(", ", input.shape)})", nameof(input));
                return Aten.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
            }

            /// <summary>Normalises groups of channels of (batch, channels, …) to mean 0 and variance 1, then scales and shifts each channel.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Aten.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>Normalises over the last dimensions to mean 0 and variance 1, then scales and shifts element-wise.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps);
        }
    }
}
