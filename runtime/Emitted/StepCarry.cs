namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>What a block hands on to its next evaluation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class StepCarry
    {
        /// <summary>
        /// The memory as a tensor of the pass's own, which survives the step's scope: what the block returned may be an input, or what it was given. Where gradients are off it has no graph, not even one
        /// that an input brings along.
        /// </summary>
        internal static Tensor? Keep(Tensor? memory)
            => memory is null ? null : (torch.is_grad_enabled() ? memory.alias() : memory.detach()).MoveToOuterDisposeScope();
    }
}
