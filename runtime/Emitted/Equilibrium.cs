namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using Module = global::TorchSharp.torch.nn.Module;
    using StateMap = global::System.Func<global::TorchSharp.torch.Tensor[], global::TorchSharp.torch.Tensor[]>;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>The fixed point of a module's map, with the gradient that its plan asks for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class Equilibrium
    {
        private readonly EquilibriumPlan plan;
        private readonly string name;
        private readonly FlatState layout;
        private readonly Func<Tensor, Tensor> map;
        private readonly Scalar damping;

        private Equilibrium(EquilibriumPlan plan, string name, StateMap map, Tensor[] state)
        {
            (this.plan, this.name, layout, damping) = (plan, name, new FlatState(state), plan.Damping);
            this.map = point =>
            {
                using var evaluation = torch.NewDisposeScope();
                return layout.Pack(map(layout.Unpack(point))).MoveToOuterDisposeScope();
            };
        }

        /// <summary>The fixed point that a state leads to.</summary>
        /// <param name="plan">How to find it.</param>
        /// <param name="module">The module that the map belongs to, for its weights.</param>
        /// <param name="name">The module as messages name it.</param>
        /// <param name="map">G, with its contexts.</param>
        /// <param name="state">The first state; it gets no gradient.</param>
        internal static Tensor[] Forward(EquilibriumPlan plan, Module module, string name, StateMap map, params Tensor[] state)
        {
            using var pass = torch.NewDisposeScope();
            var equilibrium = new Equilibrium(plan, name, map, state);
            var point = equilibrium.Find(state, out _);
            if (torch.is_grad_enabled() && equilibrium.WantsGradients(module, point))
            {
                point = plan.Gradient == EquilibriumGradient.Phantom ? equilibrium.Steps(point) : ImplicitGradient.Attach(plan, name, equilibrium.layout, equilibrium.map, point);
            }

            return equilibrium.Restore(point);
        }

        /// <summary>The fixed point that a state leads to, without a gradient, and how the solver fared.</summary>
        internal static Tensor[] Solve(EquilibriumPlan plan, string name, StateMap map, out EquilibriumReport report, params Tensor[] state)
        {
            using var pass = torch.NewDisposeScope();
            var equilibrium = new Equilibrium(plan, name, map, state);
            return equilibrium.Restore(equilibrium.Find(state, out report));
        }

        private Tensor Find(Tensor[] state, out EquilibriumReport report)
        {
            using var off = torch.no_grad();
            return FixedPoint.Solve(plan, name, layout, map, layout.Pack(state), out report);
        }

        /// <summary>The phantom gradient: some steps more, with their graph.</summary>
        private Tensor Steps(Tensor point)
        {
            for (var i = 0; i < plan.GradientSteps; i++)
            {
                var value = map(point);
                point = plan.Damping == 1 ? value : point.add(value.sub(point), damping);
            }

            return point;
        }

        /// <summary>Whether anything asks for gradients: the weights, or by one more evaluation whatever else the map reaches.</summary>
        private bool WantsGradients(Module module, Tensor point)
        {
            if (module.parameters().Any(parameter => parameter.requires_grad))
            {
                return true;
            }

            using var value = map(point);
            return value.requires_grad;
        }

        private Tensor[] Restore(Tensor point) => layout.Unpack(point).Select(tensor => tensor.MoveToOuterDisposeScope()).ToArray();
    }
}
