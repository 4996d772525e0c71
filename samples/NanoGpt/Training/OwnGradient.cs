using NanoGpt.Data;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>The gradient of a process that works by itself.</summary>
internal sealed class OwnGradient(TrainingState state, Batches batches) : IBatchGradient
{
    public Tensor Compute()
    {
        state.Optimizer.zero_grad();
        var loss = NextCharacter.Loss(state.Model, batches.Next());
        loss.backward();
        return loss;
    }
}
