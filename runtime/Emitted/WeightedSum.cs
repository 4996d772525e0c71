namespace ScoreGen.Emitted
{
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>What a step of constant size has as straight-line code, for steps whose weights are known only when they are taken.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class WeightedSum
    {
        /// <summary><c>Σ weight·tensor</c> as a new tensor. Nothing that goes in is written to, and a tensor of weight 0 is not looked at.</summary>
        internal static Tensor Of(IReadOnlyList<double> weights, params Tensor[] tensors)
        {
            Tensor? sum = null;
            for (var i = 0; i < tensors.Length; i++)
            {
                if (weights[i] == 0)
                {
                    continue;
                }

                using Scalar weight = weights[i];
                sum = sum is null ? tensors[i].mul(weight) : sum.add_(tensors[i], weight);
            }

            return sum!;
        }
    }
}
