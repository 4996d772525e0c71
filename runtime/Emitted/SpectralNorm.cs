namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using StateMap = global::System.Func<global::TorchSharp.torch.Tensor[], global::TorchSharp.torch.Tensor[]>;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The largest singular value of a map's Jacobian J at a state: a power iteration with JᵀJ that looks for the largest eigenvalue among all the directions it
    /// has been through, and not in the last one alone (Lanczos 1950). An iteration takes two evaluations, for J·v, and one product with Jᵀ; the device is waited for once
    /// in all.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class SpectralNorm
    {
        /// <param name="name">The map, for messages.</param>
        /// <param name="iterations">How many directions to go through, 1 or more.</param>
        /// <param name="map">The map.</param>
        /// <param name="state">Where. Nothing here or in the map gets a gradient.</param>
        internal static double Of(string name, int iterations, StateMap map, params Tensor[] state)
        {
            if (iterations < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(iterations), iterations, "The largest singular value takes at least one iteration.");
            }

            using var mode = torch.inference_mode(false);
            using var off = torch.no_grad();
            using var scope = torch.NewDisposeScope();
            var layout = new FlatState(state);
            var point = layout.Pack(state).clone();
            if (point.numel() == 0)
            {
                return 0;
            }

            var square = LargestEigenvalue(layout, h => layout.Pack(map(layout.Unpack(h))), point, (int)Math.Min(iterations, point.numel()));
            return double.IsNaN(square) || double.IsInfinity(square)
                ? throw new InvalidOperationException($"The slope of {name} is not finite at this state.")
                : Math.Sqrt(Math.Max(square, 0));
        }

        private static double LargestEigenvalue(FlatState layout, Func<Tensor, Tensor> map, Tensor point, int iterations)
        {
            var randomness = StepRandomness.OfAStepOn(new[] { point });
            var leaf = point.detach().requires_grad_();
            var value = leaf;
            randomness.Replay(() => value = WithGraph(map, leaf));
            if (!value.requires_grad)
            {
                return 0;
            }

            // JᵀJ in the basis of the directions is tridiagonal: α on the diagonal, β beside it.
            var (alphas, betas) = (new List<Tensor>(), new List<Tensor>());
            var (last, direction) = (torch.zeros_like(point), FirstDirection(point));
            for (var i = 0; i < iterations; i++)
            {
                using var iteration = torch.NewDisposeScope();
                var image = TransposedJacobian.Times(value, leaf, CentralDifference.Along(map, layout, point, direction, randomness));
                image = betas.Count == 0 ? image : image.sub(last.mul(betas[i - 1]));
                var alpha = image.mul(direction).sum();
                image = image.sub(direction.mul(alpha));
                var beta = image.norm();
                alphas.Add(alpha.MoveToOuterDisposeScope());
                betas.Add(beta.MoveToOuterDisposeScope());

                // Where no direction is left, the next one is 0, which adds nothing.
                last.Dispose();
                (last, direction) = (direction, image.div(beta.clamp_min(CentralDifference.Least)).MoveToOuterDisposeScope());
            }

            return LargestEigenvalue(torch.stack(alphas.Concat(betas).ToList()).cpu().to(torch.ScalarType.Float64), iterations);
        }

        private static double LargestEigenvalue(Tensor alphasAndBetas, int size)
        {
            var beside = torch.diag(alphasAndBetas.narrow(0, size, size - 1), 1);
            var matrix = torch.diag(alphasAndBetas.narrow(0, 0, size)).add(beside).add(beside.t());
            return matrix.isfinite().all().ToBoolean() ? torch.linalg.eigvalsh(matrix).max().ToDouble() : double.NaN;
        }

        private static Tensor WithGraph(Func<Tensor, Tensor> map, Tensor leaf)
        {
            using var recording = torch.enable_grad();
            return map(leaf);
        }

        /// <summary>The same at each call, and without a draw from the program's own generator.</summary>
        private static Tensor FirstDirection(Tensor point)
        {
            using var generator = new torch.Generator(1);
            var direction = torch.randn(point.shape, torch.ScalarType.Float32, device: torch.CPU, generator: generator).to(point.dtype).to(point.device);
            return direction.div(direction.norm());
        }
    }
}
