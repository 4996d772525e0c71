namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers, activations and losses as functions.</summary>
        public static partial class functional
        {
            /// <summary>y = x·Wᵀ + b, over the last dimension.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.linear.Call(input, weights, bias);

            /// <summary>Numbers as vectors with a single 1: shape (…) becomes (…, classes).</summary>
            /// <param name="x">Integers from 0 up to but without the number of classes.</param>
            /// <param name="num_classes">The number of classes; -1 takes one more than the greatest number.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x.OfType(ScalarType.Int64, nameof(x)), num_classes);
        }
    }
}
