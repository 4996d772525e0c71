namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Broyden's rule on r(h) = map(h) - h = 0: h &lt;- h - H·r, where H, an inverse of r's Jacobian, starts as -β and learns a pair of vectors from each step by the
    /// formula of Sherman and Morrison (Broyden 1965, "good" update): H = -β + Σ u_i·v_iᵀ. Once it holds as many as it may, H starts anew with the pair of the last
    /// step. A step from which a sample learns nothing finite leaves its H as it is.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class BroydenRule : IterationRule
    {
        private readonly int memory;
        private readonly Tensor left;
        private readonly Tensor right;
        private int held;
        private Tensor? lastPoint;
        private Tensor? lastResidual;

        internal BroydenRule(EquilibriumPlan plan, Tensor start)
            : base(plan.Damping)
        {
            memory = Math.Min(plan.Memory, plan.MaxSteps);
            left = start.new_empty(start.shape[0], memory, start.shape[1]);
            right = left.empty_like();
        }

        internal override Tensor Next(Tensor point, Tensor value, Tensor difference)
        {
            if (lastPoint is not null && lastResidual is not null)
            {
                Learn(point.sub(lastPoint), difference.sub(lastResidual));
                lastPoint.Dispose();
                lastResidual.Dispose();
            }

            lastPoint = point.alias().MoveToOuterDisposeScope();
            lastResidual = difference.alias().MoveToOuterDisposeScope();
            return held == 0 ? Plain(point, value, difference) : point.sub(Times(left, right, difference));
        }

        /// <summary>Takes in the pair of a step: v = Hᵀ·Δh and u = (Δh - H·Δr) / (v·Δr).</summary>
        private void Learn(Tensor step, Tensor change)
        {
            if (held == memory)
            {
                held = 0;
            }

            var v = Times(right, left, step);
            var inverse = v.mul(change).sum(1, keepdim: true).reciprocal().nan_to_num(0, 0, 0);
            var u = step.sub(Times(left, right, change)).mul(inverse);
            left.select(1, held).copy_(u);
            right.select(1, held).copy_(v);
            held++;
        }

        /// <summary>-β·x + Σ a_i·(b_i·x): H times a vector, or Hᵀ with the pairs the other way round.</summary>
        private Tensor Times(Tensor a, Tensor b, Tensor x)
        {
            var plain = IsDamped ? x.mul(Damping).neg_() : x.neg();
            if (held == 0)
            {
                return plain;
            }

            var shares = b.narrow(1, 0, held).bmm(x.unsqueeze(2)).transpose(1, 2);
            return shares.bmm(a.narrow(1, 0, held)).squeeze(1).add_(plain);
        }
    }
}
