namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Euclidean norms over all elements of all tensors of a state. They are summed in float32 or wider: squares of float16 overflow from 256 on.
    /// Where the device is not the processor, each call waits for it once.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class StateNorms
    {
        internal static double Norm(params Tensor[] state)
        {
            using var scope = torch.NewDisposeScope();
            return Math.Sqrt(SquaredNorm(state).ToDouble());
        }

        /// <summary>One step in plain numbers: the norm of the new state, of its difference from the old one, and the relative change.</summary>
        /// <param name="before">The old state.</param>
        /// <param name="normBefore">Its norm, which the step before has measured.</param>
        /// <param name="after">The new state.</param>
        internal static ScoreTraceStep Measure(Tensor[] before, double normBefore, Tensor[] after)
        {
            using var scope = torch.NewDisposeScope();
            var (norm, update) = Roots(SquaredNorm(after), SquaredNorm(Difference(before, after)));
            return new ScoreTraceStep(norm, update, Share(update, normBefore));
        }

        /// <summary>How much a step changed the state, as a share of its norm; 0 where nothing changed, even from 0.</summary>
        internal static double RelativeChange(Tensor[] before, Tensor[] after)
        {
            using var scope = torch.NewDisposeScope();
            var (norm, update) = Roots(SquaredNorm(before), SquaredNorm(Difference(before, after)));
            return Share(update, norm);
        }

        /// <summary>How far a map is from leaving a state alone, as a share of the map's value; NaN where either is not finite.</summary>
        internal static double Residual(Tensor difference, Tensor value)
        {
            using var scope = torch.NewDisposeScope();
            var (norm, update) = Roots(SquaredNorm(value), SquaredNorm(difference));
            return double.IsInfinity(norm) || double.IsInfinity(update) ? double.NaN : Share(update, norm);
        }

        /// <summary>The squares of the sizes of all elements, with the graph: a complex element counts by |k|².</summary>
        internal static Tensor Squares(Tensor field) => field.is_complex() ? torch.view_as_real(field).square().sum(-1) : field.square();

        /// <summary>Two square roots, read from the device at once.</summary>
        private static (double First, double Second) Roots(Tensor first, Tensor second)
        {
            var squares = torch.stack(new[] { first, second }).cpu().data<double>();
            return (Math.Sqrt(squares[0]), Math.Sqrt(squares[1]));
        }

        private static double Share(double update, double norm) => update == 0 ? 0 : update / norm;

        private static Tensor SquaredNorm(Tensor[] state) => state.Select(SquaredNorm).Aggregate((sum, square) => sum.add(square));

        private static Tensor SquaredNorm(Tensor component)
        {
            var real = component.is_complex() ? torch.view_as_real(component) : component;
            return (real.dtype == torch.ScalarType.Float64 ? real : real.to(torch.ScalarType.Float32)).square().sum(torch.ScalarType.Float64);
        }

        private static Tensor[] Difference(Tensor[] before, Tensor[] after) => after.Zip(before, (next, last) => next.sub(last)).ToArray();
    }
}
