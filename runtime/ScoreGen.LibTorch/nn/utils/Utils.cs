using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gradient clipping, and parameters as one vector.</summary>
        public static partial class utils
        {
            /// <summary>Scales gradients down so that the norm of all of them together is at most max_norm.</summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">The p of the norm; infinity takes the greatest magnitude.</param>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var grads = GradientsOf(tensors);
                if (grads.Length == 0)
                    return 0;
                var norms = grads.Select(grad => Aten.linalg_vector_norm.Call(grad, norm_type).to(grads[0].device)).ToArray();
                var total = norms.Length == 1 ? norms[0] : Aten.linalg_vector_norm.Call(stack(norms), norm_type);
                var factor = full_like(total, max_norm).div_(total.add(1e-6)).clamp_(max: 1);
                foreach (var grad in grads)
                    grad.mul_(factor.to(grad.device));
                return total.ToDouble();
            }

            /// <summary>Cuts every element of every gradient off at ±clip_value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                foreach (var grad in GradientsOf(tensors))
                    grad.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters, flattened, as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(tensor => tensor.view(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the parts of a vector into parameters, in their order.</summary>
            /// <exception cref="ArgumentException">The vector is shorter than all parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var targets = tensors.ToArray();
                var wanted = targets.Sum(target => target.numel());
                if (vec.numel() < wanted)
                    throw new ArgumentException($"The vector has {vec.numel()} elements, but the parameters have {wanted}.", nameof(vec));
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var position = 0L;
                foreach (var target in targets)
                {
                    target.copy_(vec.narrow(0, position, target.numel()).view_as(target));
                    position += target.numel();
                }
            }

            private static Tensor[] GradientsOf(IEnumerable<Parameter> tensors) =>
                tensors.Select(tensor => tensor.grad).Where(grad => grad is not null).Select(grad => grad!).ToArray();
        }
    }
}
