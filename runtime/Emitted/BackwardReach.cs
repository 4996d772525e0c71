namespace ScoreGen.Emitted
{
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using AutogradContext = global::TorchSharp.torch.autograd.AutogradContext;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Whether a backward pass goes to every leaf, or to some tensors only (<c>backward(inputs)</c>, <c>autograd.grad</c>), which libtorch does not tell a function.
    /// A leaf that nobody knows hangs beside the watched tensor: libtorch visits it, before whatever comes earlier in the graph, where it goes everywhere.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class BackwardReach
    {
        private bool isEverywhere;

        /// <summary>The tensor, such that a backward pass through it is seen.</summary>
        internal Tensor Watch(Tensor tensor)
        {
            using var leaf = torch.zeros(0, device: tensor.device, requires_grad: true);
            using var visited = Visit.apply(this, leaf);
            return Fork.apply(tensor, visited);
        }

        /// <summary>Whether the backward pass under way goes to every leaf.</summary>
        internal bool TakeIsEverywhere()
        {
            var taken = isEverywhere;
            isEverywhere = false;
            return taken;
        }

        /// <summary>Notes that the leaf behind it is visited.</summary>
        private sealed class Visit : torch.autograd.SingleTensorFunction<Visit>
        {
            public override string Name => "ScoreGen.BackwardReach.Visit";

            public override Tensor forward(AutogradContext ctx, params object[] vars)
            {
                ctx.save_data("reach", vars[0]);
                return ((Tensor)vars[1]).alias();
            }

            public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
            {
                ((BackwardReach)ctx.get_data("reach")).isEverywhere = true;
                return new List<Tensor> { null!, Handed(grad_output) };
            }
        }

        /// <summary>Hands a tensor on, and sends nothing to the leaf beside it.</summary>
        private sealed class Fork : torch.autograd.SingleTensorFunction<Fork>
        {
            public override string Name => "ScoreGen.BackwardReach.Fork";

            public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).alias();

            public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
            {
                var nothing = torch.zeros(0, device: grad_output.device);
                return new List<Tensor> { Handed(grad_output), nothing };
            }
        }

        private static Tensor Handed(Tensor gradient)
        {
            using (gradient)
            {
                return gradient.alias();
            }
        }
    }
}
