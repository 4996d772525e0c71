#nullable disable

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A function with a backward of its own. Derive from one of its two subclasses.</summary>
        /// <typeparam name="T">The deriving class, of which one instance serves all calls.</typeparam>
        public abstract class Function<T> where T : Function<T>, new()
        {
            protected Function()
            {
            }

            /// <summary>The name in error messages and graphs.</summary>
            public abstract string Name { get; }

            private static T Instance { get; } = new();

            /// <summary>Runs forward without recording it, and links its outputs to its inputs by its backward.</summary>
            public static List<Tensor> apply_internal(params object[] vars) => FunctionCall.Apply(
                Instance.Name, vars, Instance.ForwardCore, Instance.BackwardCore);

            internal abstract List<Tensor> ForwardCore(AutogradContext ctx, object[] vars);

            internal abstract List<Tensor> BackwardCore(AutogradContext ctx, List<Tensor> grad_outputs);
        }

        /// <summary>A function of one output.</summary>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            protected SingleTensorFunction()
            {
            }

            /// <summary>Calls the function; the elements of <paramref name="vars"/> need not all be tensors.</summary>
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            /// <summary>The function. Gradients are not recorded within.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradients, one for each element of forward's vars; null for what is no tensor or has none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> ForwardCore(AutogradContext ctx, object[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor> BackwardCore(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>A function of several outputs.</summary>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            protected MultiTensorFunction()
            {
            }

            /// <inheritdoc cref="SingleTensorFunction{T}.apply"/>
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            /// <inheritdoc cref="SingleTensorFunction{T}.forward"/>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <inheritdoc cref="SingleTensorFunction{T}.backward"/>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> ForwardCore(AutogradContext ctx, object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> BackwardCore(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }
    }
}
