namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using AutogradContext = global::TorchSharp.torch.autograd.AutogradContext;
    using Step = global::System.Func<global::TorchSharp.torch.Tensor[], global::TorchSharp.torch.Tensor[]>;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// A step that keeps only its inputs. The backward pass draws the same random numbers again, computes the step a second time, and sends the gradients
    /// on: into the inputs through the graph, into the weights directly, or through the graph as well where the caller asks for the gradients of some tensors
    /// only. An exception in the second computation reaches the caller of <c>backward()</c> as the inner one of libtorch's own.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class StepCheckpoint : torch.autograd.SingleTensorFunction<StepCheckpoint>
    {
        public override string Name => "ScoreGen.StepCheckpoint";

        /// <summary>Takes a step. Where nothing wants gradients, it is an ordinary one.</summary>
        /// <param name="module">The module whose parameters the step uses.</param>
        /// <param name="step">The step, from its inputs to its outputs; an input that is not there is null, as its own parameter says.</param>
        /// <param name="inputs">What the step is given; null for one that is not there.</param>
        internal static Tensor[] Run(torch.nn.Module module, Step step, params Tensor?[] inputs)
        {
            if (!torch.is_grad_enabled())
            {
                return step(inputs!);
            }

            using var scope = torch.NewDisposeScope();
            var randomness = StepRandomness.OfAStepOn(inputs);
            var first = step(inputs.Select(input => input?.detach().requires_grad_(input.requires_grad)!).ToArray());
            var outputs = first.Any(output => output.requires_grad) ? Remember(module, step, inputs, randomness, first) : first;
            foreach (var output in outputs)
            {
                output.MoveToOuterDisposeScope();
            }

            return outputs;
        }

        /// <inheritdoc/>
        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var taken = (Taken)vars[0];
            ctx.save_data("taken", taken);
            ctx.save_for_backward(vars.Skip(2).Take(vars.Length - 2 - taken.Weights.Length).Cast<Tensor>().ToList());
            return taken.Result.alias();
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            using var scope = torch.NewDisposeScope();
            var taken = (Taken)ctx.get_data("taken");
            var saved = ctx.get_saved_variables();

            // One entry for each argument: none for what was taken and for the anchor.
            var gradients = new List<Tensor> { null!, null! };
            try
            {
                var inputs = saved.ConvertAll(input => input.detach().requires_grad_(input.requires_grad));
                var weights = taken.Reach.TakeIsEverywhere() ? Everywhere(taken, inputs, grad_output) : ToSome(taken, inputs, grad_output);
                gradients.AddRange(inputs.Select(input => (input.requires_grad ? input.grad?.MoveToOuterDisposeScope() : null)!));
                gradients.AddRange(weights!);
            }
            catch (Exception cause)
            {
                gradients = new List<Tensor> { null!, BackwardFault.Signal(cause, grad_output, ofEmpty: true).MoveToOuterDisposeScope() };
                gradients.AddRange(saved.Concat(taken.Weights).Select(_ => (Tensor)null!));
            }

            saved.ForEach(input => input.Dispose());
            grad_output.Dispose();
            return gradients;
        }

        /// <summary>Several outputs go through the graph as one tensor: TorchSharp ends the process where one of several goes unused.</summary>
        private static Tensor[] Remember(torch.nn.Module module, Step step, Tensor?[] inputs, StepRandomness randomness, Tensor[] first)
        {
            using var anchor = torch.zeros(0, device: first[0].device, requires_grad: true);
            using var result = Pack(first).detach();
            var weights = module.parameters().Where(weight => weight.requires_grad).GroupBy(weight => weight.Handle).Select(same => (Tensor)same.First()).ToArray();
            var taken = new Taken(step, inputs.Select(input => input is not null).ToArray(), randomness, result, weights);

            // The anchor requires a gradient, so that weights which are not the module's get theirs even where no input wants one.
            using var packed = apply(new object[] { taken, anchor }.Concat(inputs.Where(input => input is not null)).Concat(weights).ToArray()!);
            return Unpack(taken.Reach.Watch(packed), first);
        }

        /// <summary>Every weight gets its gradient here, whoever holds it.</summary>
        private static IEnumerable<Tensor?> Everywhere(Taken taken, List<Tensor> inputs, Tensor gradient)
        {
            Recompute(taken, inputs, gradient, null);
            return taken.Weights.Select(_ => (Tensor?)null);
        }

        /// <summary>Only what is asked for may get a gradient, so that those of the weights go on through the graph, and each keeps the one it has.</summary>
        private static IEnumerable<Tensor?> ToSome(Taken taken, List<Tensor> inputs, Tensor gradient)
        {
            var before = taken.Weights.Select(weight => weight.grad).ToArray();
            foreach (var weight in taken.Weights)
            {
                weight.grad = null;
            }

            try
            {
                Recompute(taken, inputs, gradient, inputs.Where(input => input.requires_grad).Concat(taken.Weights).ToList());
                return taken.Weights.Select(weight => weight.grad?.MoveToOuterDisposeScope()).ToArray();
            }
            finally
            {
                for (var i = 0; i < before.Length; i++)
                {
                    taken.Weights[i].grad = before[i];
                }
            }
        }

        /// <summary>
        /// The step may use a tensor from elsewhere, such as a field that was computed before the pass. Each step walks the graph behind it, so that no walk may
        /// free that graph.
        /// </summary>
        private static void Recompute(Taken taken, List<Tensor> inputs, Tensor gradient, IList<Tensor>? leaves) => taken.Randomness.Replay(() =>
        {
            using var recording = torch.enable_grad();
            var next = 0;
            var packed = Pack(taken.Step(taken.Present.Select(isPresent => isPresent ? inputs[next++] : null!).ToArray()));
            torch.autograd.backward(new[] { packed }, new[] { gradient }, retain_graph: true, inputs: leaves);
        });

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

        /// <summary>A step as it was taken: what it does, which inputs it had, the random numbers it drew, its result, and the weights it may have used.</summary>
        private sealed class Taken
        {
            internal Taken(Step step, bool[] present, StepRandomness randomness, Tensor result, Tensor[] weights)
                => (Step, Present, Randomness, Result, Weights) = (step, present, randomness, result, weights);

            internal Step Step { get; }

            internal bool[] Present { get; }

            internal StepRandomness Randomness { get; }

            internal Tensor Result { get; }

            internal Tensor[] Weights { get; }

            internal BackwardReach Reach { get; } = new BackwardReach();
        }
    }
}
