namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The product of a map's Jacobian and a vector, (map(h + ε·v) - map(h - ε·v)) / 2ε: with the graph of both values where gradients are on, and without a
    /// second derivative. ε moves no number of the state by more than a small share of their root mean square: small enough for bends, large enough for rounding.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class CentralDifference
    {
        /// <summary>Instead of a length of 0, where one divides by it.</summary>
        internal const double Least = 1e-30;

        /// <param name="map">The map, from points to points.</param>
        /// <param name="layout">What a point stands for.</param>
        /// <param name="point">h, without a graph.</param>
        /// <param name="vector">v.</param>
        /// <param name="randomness">The random numbers that both values see: one dropout mask.</param>
        internal static Tensor Along(Func<Tensor, Tensor> map, FlatState layout, Tensor point, Tensor vector, StepRandomness randomness)
        {
            using var scope = torch.NewDisposeScope();
            var size = point.norm().div(Math.Sqrt(point.numel()));
            var step = size.where(size.gt(0), torch.ones_like(size)).mul(Math.Pow(layout.Spacing, 0.4)).div(vector.abs().max().clamp_min(Least));
            var shift = vector.mul(step);
            var (ahead, behind) = (point, point);
            randomness.Replay(() => ahead = map(point.add(shift)));
            randomness.Replay(() => behind = map(point.sub(shift)));
            return ahead.sub(behind).div(step.mul(2)).MoveToOuterDisposeScope();
        }
    }
}
