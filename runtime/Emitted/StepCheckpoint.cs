namespace ScoreGen.Emitted
{
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using AutogradContext = global::TorchSharp.torch.autograd.AutogradContext;
    using Step = global::System.Func<global::TorchSharp.torch.Tensor?[], global::TorchSharp.torch.Tensor[]>;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// A step that keeps only its inputs. The backward pass draws the same random numbers of the processor again, computes the step a second time, and
    /// sends the gradients on: into the inputs through the graph, into the weights directly. An exception in the second computation ends the process,
    /// because TorchSharp cannot carry one through libtorch's backward pass.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class StepCheckpoint : torch.autograd.MultiTensorFunction<StepCheckpoint>
    {
        public override string Name => "ScoreGen.StepCheckpoint";

        /// <summary>Takes a step. Where no gradients are wanted, it is an ordinary one.</summary>
        internal static Tensor[] Run(Step step, params Tensor?[] inputs)
        {
            if (!torch.is_grad_enabled())
            {
                return step(inputs);
            }

            // The anchor requires a gradient, so that the weights get theirs even where no input wants one.
            using var scope = torch.NewDisposeScope();
            var anchor = torch.zeros(0, requires_grad: true);
            var present = inputs.Where(input => input is not null);
            var outputs = apply(new object[] { step, inputs.Select(input => input is not null).ToArray(), anchor }.Concat(present).ToArray()!).ToArray();
            foreach (var output in outputs)
            {
                output.MoveToOuterDisposeScope();
            }

            return outputs;
        }

        /// <inheritdoc/>
        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var inputs = vars.Skip(3).Cast<Tensor>().ToList();
            using var random = torch.get_rng_state();
            ctx.save_data("random", random.bytes.ToArray());
            ctx.save_data("step", vars[0]);
            ctx.save_data("present", vars[1]);
            ctx.save_for_backward(inputs);
            return ((Step)vars[0])(Arrange(inputs, (bool[])vars[1])).ToList();
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            using var scope = torch.NewDisposeScope();
            var saved = ctx.get_saved_variables();
            var inputs = saved.ConvertAll(input => input.detach().requires_grad_(input.requires_grad));
            Recompute(ctx, inputs, grad_outputs);

            // One entry for each argument: none for the step, its pattern of inputs and the anchor.
            var gradients = new List<Tensor> { null!, null!, null! };
            gradients.AddRange(inputs.Select(input => (input.requires_grad ? input.grad?.MoveToOuterDisposeScope() : null)!));
            saved.ForEach(input => input.Dispose());
            grad_outputs.ForEach(gradient => gradient?.Dispose());
            return gradients;
        }

        private static void Recompute(AutogradContext ctx, List<Tensor> inputs, List<Tensor> gradients)
        {
            using var before = torch.get_rng_state();
            using var random = torch.tensor((byte[])ctx.get_data("random"));
            torch.set_rng_state(random);
            try
            {
                using var recording = torch.enable_grad();
                var outputs = ((Step)ctx.get_data("step"))(Arrange(inputs, (bool[])ctx.get_data("present")));
                var reached = outputs.Zip(gradients, (output, gradient) => (Output: output, Gradient: gradient))
                    .Where(pair => pair.Output.requires_grad && pair.Gradient is not null)
                    .ToList();
                if (reached.Count > 0)
                {
                    torch.autograd.backward(reached.Select(pair => pair.Output).ToList(), reached.Select(pair => pair.Gradient).ToList());
                }
            }
            finally
            {
                torch.set_rng_state(before);
            }
        }

        /// <summary>The inputs in their places, null where there was none.</summary>
        private static Tensor?[] Arrange(List<Tensor> inputs, bool[] present)
        {
            var next = 0;
            return present.Select(isPresent => isPresent ? inputs[next++] : null).ToArray();
        }
    }
}
