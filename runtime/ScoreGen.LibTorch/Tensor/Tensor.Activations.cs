using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Activation functions.
    public partial class Tensor
    {
        public Tensor relu() => Ops.relu.Unary(this);

        public Tensor relu_() => Ops.relu_.Update(this);

        public Tensor relu6() => Ops.relu6.Unary(this);

        public Tensor sigmoid() => Ops.sigmoid.Unary(this);

        public Tensor sigmoid_() => Ops.sigmoid_.Update(this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.softmax_int.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.log_softmax_int.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.softplus.Call(this, beta, threshold);

        public Tensor gelu() => Ops.gelu.Unary(this);

        /// <summary>x·Φ(x), in place; what is returned is another object for this tensor.</summary>
        public Tensor gelu_() => Ops.gelu_.Call(this);

        public Tensor silu() => Ops.silu.Unary(this);

        public Tensor silu_() => Ops.silu_.Update(this);

        public Tensor elu(double alpha = 1) => Ops.elu.Call(this, alpha);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu.Call(this, alpha, scale, input_scale);

        /// <summary>A new tensor: TorchSharp leaves this one as it is.</summary>
        public Tensor elu_(double alpha = 1) => elu(alpha);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu_.Update(this, alpha, scale, input_scale);

        public Tensor celu() => Ops.celu.Unary(this);

        public Tensor celu(Scalar alpha) => Ops.celu.Call(this, alpha);

        public Tensor celu_() => Ops.celu_.Update(this);

        public Tensor celu_(Scalar alpha) => Ops.celu_.Update(this, alpha);

        public Tensor selu() => Ops.selu.Unary(this);

        public Tensor selu_() => Ops.selu_.Update(this);

        public Tensor leaky_relu(Scalar negative_slope) => Ops.leaky_relu.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Ops.leaky_relu_.Update(this, negative_slope);

        /// <summary>This tensor, not cut off: TorchSharp loses the result. Use <see cref="clamp(Scalar, Scalar)"/>.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => this;

        public Tensor hardtanh_(Scalar min, Scalar max) => Ops.hardtanh_.Update(this, min, max);

        public Tensor hardsigmoid() => Ops.hardsigmoid.Unary(this);

        public Tensor hardswish() => Ops.hardswish.Unary(this);

        public Tensor log_sigmoid() => Ops.log_sigmoid.Unary(this);

        public Tensor glu(long dim = -1) => Ops.glu.Call(this, dim);

        public Tensor threshold(Scalar threshold, Scalar value) => Ops.threshold.Call(this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value) => Ops.threshold_.Update(this, threshold, value);

        public Tensor prelu(Tensor target) => Ops.prelu.Binary(this, target);
    }
}
