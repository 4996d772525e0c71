namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>Refuses what methods that steer a pass return, where it does not fit the state.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class SteeringSupport
    {
        /// <summary>Refuses a factor that would not broadcast to the state, or would widen it, and one of another dtype.</summary>
        internal static void RequireBroadcast(Tensor? factor, Tensor state, string method)
        {
            if (factor is null)
            {
                throw new InvalidOperationException($"{method} returned null for a state {Describe(state)}. It must return a tensor that broadcasts to the state.");
            }

            if (factor.dtype != state.dtype || !Broadcasts(factor, state))
            {
                throw new InvalidOperationException(
                    $"{method} was given a state {Describe(state)} and returned {Describe(factor)}. What it returns is multiplied with the state, so it must have the state's dtype and, in each dimension, the state's size or 1.");
            }
        }

        /// <summary>The weights of stages: those of the method, and what is learned beside them.</summary>
        /// <param name="learned">One element a stage.</param>
        /// <param name="tableau">The weights of the method.</param>
        /// <param name="state">The state.</param>
        /// <param name="name">The parameter's name, for messages.</param>
        internal static Tensor StageWeights(Tensor learned, double[] tableau, Tensor state, string name)
        {
            if (learned.ndim != 1 || learned.size(0) != tableau.Length || learned.dtype != state.dtype)
            {
                throw new InvalidOperationException(
                    $"{name} is {Describe(learned)} and the state {Describe(state)}: learned stage weights must be a vector of {tableau.Length} {(tableau.Length == 1 ? "element" : "elements")}, one a stage, in the dtype of the state.");
            }

            using var weights = torch.tensor(tableau, dtype: learned.dtype, device: learned.device);
            return learned.add(weights);
        }

        /// <summary>Asked dimension by dimension, from the last on, as broadcasting counts them: a whole shape is an array that is made for it.</summary>
        private static bool Broadcasts(Tensor factor, Tensor state)
        {
            var (own, whole) = (factor.ndim, state.ndim);
            for (var last = 1; last <= own; last++)
            {
                if (last > whole || (factor.size((int)(own - last)) != 1 && factor.size((int)(own - last)) != state.size((int)(whole - last))))
                {
                    return false;
                }
            }

            return true;
        }

        private static string Describe(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}] of {tensor.dtype}";
    }
}
