namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>Refuses blocks, lists and step sizes that do not fit, before anything is computed with them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class DepthSupport
    {
        /// <summary>Refuses a block that returns null, or another shape or dtype than the state's: broadcasting would hide it.</summary>
        internal static void RequireSameState(Tensor? value, Tensor state, string block)
        {
            if (value is null)
            {
                throw new InvalidOperationException(
                    $"{block} returned null for a state {Describe(state)}. It must return a tensor of the same shape and dtype.");
            }

            if (value.dtype != state.dtype || !HaveSameShape(value, state))
            {
                throw new InvalidOperationException(
                    $"{block} was given a state {Describe(state)} and returned {Describe(value)}. Each step feeds the block its own output, so it must keep the shape and the dtype of the state.");
            }
        }

        /// <summary>Refuses a list of modules, or of parameters, that has not one for each step.</summary>
        internal static void RequireEntries(int entries, int steps, string list, string entry = "module")
        {
            if (entries != steps)
            {
                throw new InvalidOperationException(
                    $"{list} has {entries} {entry}{(entries == 1 ? "" : "s")} for {steps} {(steps == 1 ? "step" : "steps")}: it needs exactly one for each step.");
            }
        }

        /// <summary>Refuses a parameter that has not one row for each step.</summary>
        internal static void RequireRows(Tensor rows, int steps, string name)
        {
            if (rows.ndim == 0 || rows.size(0) != steps)
            {
                throw new InvalidOperationException(
                    $"{name} is {Describe(rows)}: it needs exactly one row for each of {steps} {(steps == 1 ? "step" : "steps")}, so that its first dimension is {steps}.");
            }
        }

        /// <summary>Refuses a learned step size of another shape or dtype than its use asks for.</summary>
        internal static void RequireStepSizes(Tensor sizes, long expected, Tensor state, string name, string per)
        {
            if (sizes.numel() != expected || sizes.ndim > 1 || (per != "Model" && sizes.ndim != 1))
            {
                throw new InvalidOperationException(
                    $"{name} is {Describe(sizes)}: with Per = {per} it must be a vector of {expected} {(expected == 1 ? "element" : "elements")}.");
            }

            if (sizes.dtype != state.dtype)
            {
                throw new InvalidOperationException(
                    $"{name} is {Describe(sizes)} and the state {Describe(state)}: a learned step size must have the dtype of the state. Move the whole module with .to({state.dtype}), or create the parameter in that dtype.");
            }
        }

        /// <summary>Asked dimension by dimension: a whole shape is an array that is made for it, and every pass asks.</summary>
        private static bool HaveSameShape(Tensor one, Tensor other)
        {
            var dimensions = one.ndim;
            if (dimensions != other.ndim)
            {
                return false;
            }

            for (var i = 0; i < dimensions; i++)
            {
                if (one.size(i) != other.size(i))
                {
                    return false;
                }
            }

            return true;
        }

        private static string Describe(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}] of {tensor.dtype}";
    }
}
