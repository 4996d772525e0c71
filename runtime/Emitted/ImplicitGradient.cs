namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using AutogradContext = global::TorchSharp.torch.autograd.AutogradContext;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Stands between a fixed point h* and the graph of map(h*), which leads to the weights and the contexts: the gradient v that comes in goes on as u, with
    /// u = v + Jᵀu (Implicit) or the first terms of that series (Neumann), J = ∂map/∂h at h*. The products with Jᵀ go through that same graph.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class ImplicitGradient : torch.autograd.SingleTensorFunction<ImplicitGradient>
    {
        [ThreadStatic]
        private static Tensor? returned;

        public override string Name => "ScoreGen.ImplicitGradient";

        /// <summary>The fixed point itself, with its gradient.</summary>
        internal static Tensor Attach(EquilibriumPlan plan, string name, FlatState layout, Func<Tensor, Tensor> map, Tensor point)
        {
            using var scope = torch.NewDisposeScope();
            using var recording = torch.enable_grad();
            var leaf = point.detach().requires_grad_();
            return apply(new Problem(plan, name, layout), map(leaf), leaf).MoveToOuterDisposeScope();
        }

        /// <inheritdoc/>
        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var (value, leaf) = ((Tensor)vars[1], (Tensor)vars[2]);
            ctx.save_data("problem", vars[0]);
            ctx.save_for_backward(new List<Tensor> { value, leaf });

            // A copy: the user may write into the result, and the graph of the map reads its own.
            return leaf.detach().clone();
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            using var scope = torch.NewDisposeScope();
            Tensor gradient;
            try
            {
                var saved = ctx.get_saved_variables();
                gradient = ((Problem)ctx.get_data("problem")).Solve(saved[0], saved[1], grad_output);
            }
            catch (Exception exception)
            {
                gradient = BackwardFault.Signal(exception, grad_output);
            }

            // Nobody disposes of what is returned, and libtorch has taken the last one long since.
            returned?.Dispose();
            returned = gradient.MoveToOuterDisposeScope();
            grad_output.Dispose();
            return new List<Tensor> { null!, gradient, null! };
        }

        /// <summary>What is to be solved, by which plan.</summary>
        private sealed class Problem
        {
            private readonly EquilibriumPlan plan;
            private readonly string name;
            private readonly FlatState layout;

            internal Problem(EquilibriumPlan plan, string name, FlatState layout) => (this.plan, this.name, this.layout) = (plan, name, layout);

            internal Tensor Solve(Tensor value, Tensor leaf, Tensor gradient)
            {
                if (torch.is_grad_enabled())
                {
                    throw new NotSupportedException(
                        $"The gradient of {name}'s equilibrium has no gradient of its own, which create_graph asks for. That of Gradient = EquilibriumGradient.Phantom has.");
                }

                return plan.Gradient == EquilibriumGradient.Neumann
                    ? Series(value, leaf, gradient)
                    : FixedPoint.Solve(plan, $"the gradient of {name}", layout, u => gradient.add(TransposedJacobian.Times(value, leaf, u)), gradient, out _);
            }

            /// <summary>Σ (Jᵀ)^i·v for i from 0 to GradientSteps.</summary>
            private Tensor Series(Tensor value, Tensor leaf, Tensor gradient)
            {
                var (sum, term) = (gradient.clone(), gradient);
                for (var i = 0; i < plan.GradientSteps; i++)
                {
                    term = TransposedJacobian.Times(value, leaf, term);
                    sum.add_(term);
                }

                return sum;
            }
        }
    }
}
