namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Reflection;
    using global::System.Runtime.ExceptionServices;
    using global::System.Runtime.InteropServices;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// Carries an exception out of a backward pass. It cannot fly through libtorch, which would end the process. But libtorch checks the gradients that it is
    /// given: one of the wrong shape makes it stop with an error of its own, from which TorchSharp makes the ExternalException that <c>backward()</c> throws. The
    /// exception that was caught becomes the inner one of that.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class BackwardFault
    {
        private static readonly object Gate = new();
        private static Exception? pending;

        /// <summary>The gradient to return from <c>backward</c> in place of the one that could not be computed.</summary>
        /// <param name="cause">What was caught.</param>
        /// <param name="gradient">The gradient that came in.</param>
        /// <param name="ofEmpty">Whether the tensor whose gradient it is has no elements; otherwise it must have some.</param>
        internal static Tensor Signal(Exception cause, Tensor gradient, bool ofEmpty = false)
        {
            lock (Gate)
            {
                if (pending is null)
                {
                    AppDomain.CurrentDomain.FirstChanceException += Explain;
                }

                pending = cause;
            }

            return gradient.new_empty(new long[] { ofEmpty ? 1 : 0 });
        }

        /// <summary>Runs where TorchSharp throws, before anyone catches.</summary>
        private static void Explain(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            if (thrown.Exception is not ExternalException exception || !exception.Message.Contains("returned an invalid gradient"))
            {
                return;
            }

            lock (Gate)
            {
                // The field's name is part of how .NET serializes exceptions, and has been since its first version.
                typeof(Exception).GetField("_innerException", BindingFlags.Instance | BindingFlags.NonPublic)?.SetValue(exception, pending);
                AppDomain.CurrentDomain.FirstChanceException -= Explain;
                pending = null;
            }
        }
    }
}
