namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>Products with the transposed Jacobian of a value that was computed from a leaf.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class TransposedJacobian
    {
        /// <summary>(∂value/∂leaf)ᵀ·vector. The graph stays for further products, and no other leaf gets a gradient.</summary>
        internal static Tensor Times(Tensor value, Tensor leaf, Tensor vector)
        {
            // autograd.grad would end the process where libtorch reports an error.
            leaf.grad = null;
            torch.autograd.backward(new[] { value }, new[] { vector }, retain_graph: true, inputs: new[] { leaf });
            var product = leaf.grad ?? torch.zeros_like(leaf);
            leaf.grad = null;
            return product;
        }
    }
}
