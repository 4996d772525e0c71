namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Anderson's rule: with the last residuals r_i = map(h_i) - h_i, the next point is Σ α_i·(h_i + β·r_i), where Σ α_i = 1 and ‖Σ α_i·r_i‖ is least (Anderson
    /// 1965; Walker and Ni 2011). The weights solve the normal equations of the residuals, each scaled to length 1, with a ridge of 1e-4 on the diagonal.
    /// A sample whose system has no finite solution takes a plain step.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class AndersonRule : IterationRule
    {
        private static readonly Scalar Whole = 1.0, Ridge = 1.0 + 1e-4;

        private readonly int memory;
        private readonly Tensor values;
        private readonly Tensor residuals;
        private readonly Scalar undamped;
        private int taken;

        internal AndersonRule(EquilibriumPlan plan, Tensor start)
            : base(plan.Damping)
        {
            memory = Math.Min(plan.Memory, plan.MaxSteps);
            values = start.new_empty(start.shape[0], memory, start.shape[1]);
            residuals = values.empty_like();
            undamped = plan.Damping - 1;
        }

        internal override Tensor Next(Tensor point, Tensor value, Tensor difference)
        {
            var slot = taken++ % memory;
            values.select(1, slot).copy_(value);
            residuals.select(1, slot).copy_(difference);
            var held = Math.Min(taken, memory);
            if (held == 1)
            {
                return Plain(point, value, difference);
            }

            // Σ α·(h + β·r) = Σ α·map(h) - (1 - β)·Σ α·r
            var recent = residuals.narrow(1, 0, held);
            var weights = Weights(recent, slot).to(values.dtype).unsqueeze(1);
            var next = weights.bmm(values.narrow(1, 0, held));
            return (IsDamped ? next.add(weights.bmm(recent), undamped) : next).squeeze(1);
        }

        /// <summary>α for each sample, [samples, held].</summary>
        private static Tensor Weights(Tensor residuals, int newest)
        {
            // With D = diag(1/‖r_i‖): (D·RRᵀ·D + ridge)·y = D·1, and α is D·y over its sum.
            var products = residuals.bmm(residuals.transpose(1, 2)).to(torch.ScalarType.Float64);
            var scale = products.diagonal(0, 1, 2).rsqrt().unsqueeze(2);
            var system = products.mul(scale).mul_(scale.transpose(1, 2));
            system.diagonal(0, 1, 2).fill_(Ridge);
            var weights = torch.linalg.solve_ex(system, scale).result.mul_(scale).squeeze(2);
            weights = weights.div(weights.sum(1, keepdim: true));

            var plain = torch.zeros_like(weights);
            plain.select(1, newest).fill_(Whole);
            return weights.where(weights.sum(1, keepdim: true).isfinite(), plain);
        }
    }
}
