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
    internal sealed class StepCheckpoint : torch.autograd.SingleTensorFunction<StepCheckpoint>
    {
        public override string Name => "ScoreGen.StepCheckpoint";

        /// <summary>Takes a step. Where nothing wants gradients, it is an ordinary one.</summary>
        internal static Tensor[] Run(Step step, params Tensor?[] inputs)
        {
            if (!torch.is_grad_enabled())
            {
                return step(inputs);
            }

            using var scope = torch.NewDisposeScope();
            using var random = torch.get_rng_state();
            var first = step(inputs.Select(input => input?.detach().requires_grad_(input.requires_grad)).ToArray());
            var outputs = first.Any(output => output.requires_grad) ? Remember(step, inputs, random, first) : first;
            foreach (var output in outputs)
            {
                output.MoveToOuterDisposeScope();
            }

            return outputs;
        }

        /// <inheritdoc/>
        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("taken", vars[0]);
            ctx.save_for_backward(vars.Skip(2).Cast<Tensor>().ToList());
            return ((Taken)vars[0]).Result.alias();
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            using var scope = torch.NewDisposeScope();
            var saved = ctx.get_saved_variables();
            var inputs = saved.ConvertAll(input => input.detach().requires_grad_(input.requires_grad));
            Recompute((Taken)ctx.get_data("taken"), inputs, grad_output);

            // One entry for each argument: none for what was taken and for the anchor.
            var gradients = new List<Tensor> { null!, null! };
            gradients.AddRange(inputs.Select(input => (input.requires_grad ? input.grad?.MoveToOuterDisposeScope() : null)!));
            saved.ForEach(input => input.Dispose());
            grad_output.Dispose();
            return gradients;
        }

        /// <summary>Several outputs go through the graph as one tensor: TorchSharp ends the process where one of several goes unused.</summary>
        private static Tensor[] Remember(Step step, Tensor?[] inputs, Tensor random, Tensor[] first)
        {
            using var anchor = torch.zeros(0, requires_grad: true);
            using var result = Pack(first).detach();
            var taken = new Taken(step, inputs.Select(input => input is not null).ToArray(), random.bytes.ToArray(), result);

            // The anchor requires a gradient, so that the weights get theirs even where no input wants one.
            var packed = apply(new object[] { taken, anchor }.Concat(inputs.Where(input => input is not null)).ToArray()!);
            return Unpack(packed, first);
        }

        private static void Recompute(Taken taken, List<Tensor> inputs, Tensor gradient)
        {
            using var before = torch.get_rng_state();
            using var random = torch.tensor(taken.Random);
            torch.set_rng_state(random);
            try
            {
                using var recording = torch.enable_grad();
                var next = 0;
                var packed = Pack(taken.Step(taken.Present.Select(isPresent => isPresent ? inputs[next++] : null).ToArray()));
                torch.autograd.backward(new[] { packed }, new[] { gradient });
            }
            finally
            {
                torch.set_rng_state(before);
            }
        }

        private static Tensor Pack(Tensor[] outputs) => outputs.Length == 1 ? outputs[0] : torch.cat(outputs.Select(output => output.reshape(-1)).ToArray());

        private static Tensor[] Unpack(Tensor packed, Tensor[] shapes)
        {
            if (shapes.Length == 1)
            {
                return new[] { packed };
            }

            var parts = packed.split(shapes.Select(shape => shape.numel()).ToArray());
            return parts.Zip(shapes, (part, shape) => part.view(shape.shape).to(shape.dtype)).ToArray();
        }

        /// <summary>A step as it was taken: what it does, which inputs it had, the random state before it, and its result.</summary>
        private sealed class Taken
        {
            internal Taken(Step step, bool[] present, byte[] random, Tensor result) => (Step, Present, Random, Result) = (step, present, random, result);

            internal Step Step { get; }

            internal bool[] Present { get; }

            internal byte[] Random { get; }

            internal Tensor Result { get; }
        }
    }
}
