using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>Computes the gradient of the loss on the next batch.</summary>
internal interface IBatchGradient
{
    /// <summary>Leaves the gradient in <c>grad</c> of each weight.</summary>
    /// <returns>The loss on the whole batch: a scalar.</returns>
    Tensor Compute();
}
