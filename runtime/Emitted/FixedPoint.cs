namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Globalization;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Seeks the fixed point of a map of [samples, features] to itself. What a point is worth is its residual, ‖map(h) - h‖ / ‖map(h)‖ over all samples: the search
    /// ends at the first one within the tolerance, and the point of the lowest one is the result.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class FixedPoint
    {
        /// <summary>Searches from a point on, without gradients. The device is waited for once an iteration, to read the residual.</summary>
        /// <param name="plan">How to search.</param>
        /// <param name="what">What the map belongs to, for messages.</param>
        /// <param name="layout">What a point stands for.</param>
        /// <param name="map">The map.</param>
        /// <param name="start">The first point; it is not written to.</param>
        /// <param name="report">How the search went.</param>
        /// <exception cref="EquilibriumException">The search does not converge, and the plan asks for an exception.</exception>
        internal static Tensor Solve(EquilibriumPlan plan, string what, FlatState layout, Func<Tensor, Tensor> map, Tensor start, out EquilibriumReport report)
        {
            using var off = torch.no_grad();
            using var search = torch.NewDisposeScope();
            var residuals = new List<double>();
            var rule = IterationRule.Of(plan, start);
            var (point, best, lowest) = (start, start, double.PositiveInfinity);
            while (true)
            {
                using var iteration = torch.NewDisposeScope();
                var value = map(point);
                var difference = value.sub(point);
                var residual = StateNorms.Residual(difference, value);
                residuals.Add(residual);
                if (residual < lowest)
                {
                    Free(best, start);
                    (best, lowest) = (point, residual);
                }

                if (residual <= plan.Tolerance || double.IsNaN(residual) || residuals.Count == plan.MaxSteps)
                {
                    break;
                }

                var next = layout.Round(rule.Next(point, value, difference)).MoveToOuterDisposeScope();
                if (!ReferenceEquals(point, best))
                {
                    Free(point, start);
                }

                point = next;
            }

            report = new EquilibriumReport(residuals, plan.Tolerance);
            if (!report.Converged && plan.OnDivergence == OnDivergence.Throw)
            {
                throw new EquilibriumException($"No equilibrium was found for {what}: {report}. {Advice(plan, layout, report)}", report);
            }

            return (ReferenceEquals(best, start) ? best.clone() : best).MoveToOuterDisposeScope();
        }

        private static void Free(Tensor point, Tensor start)
        {
            if (!ReferenceEquals(point, start))
            {
                point.Dispose();
            }
        }

        private static string Advice(EquilibriumPlan plan, FlatState layout, EquilibriumReport report)
        {
            if (report.FirstNonFiniteEvaluation is not null)
            {
                return "Look for what grows without bound in the block, or lower Damping.";
            }

            return plan.Tolerance < layout.Spacing
                ? string.Format(CultureInfo.InvariantCulture, "The numbers of the state are {0:0.#e+0} apart, relatively, so that a lower Tolerance is out of reach: write a larger one, or move the module to float64.", layout.Spacing)
                : "Raise MaxSteps, lower Damping, or make the block contract more.";
        }
    }
}
