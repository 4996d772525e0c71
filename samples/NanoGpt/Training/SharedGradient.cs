using NanoGpt.Data;
using Samples.Mpi;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>
/// The gradient of several processes, each of which takes its part of the batch. All gradients are views of one flat tensor, so that one sum over the processes
/// does for all of them; its last element is the loss.
/// </summary>
internal sealed class SharedGradient : IBatchGradient, IDisposable
{
    private readonly TrainingState state;
    private readonly Batches batches;
    private readonly Communicator communicator;
    private readonly CancellationToken cancellation;
    private readonly Tensor sums;

    public SharedGradient(TrainingState state, Batches batches, Communicator communicator, CancellationToken cancellation)
    {
        (this.state, this.batches, this.communicator, this.cancellation) = (state, batches, communicator, cancellation);
        var weights = state.Model.parameters().ToList();
        sums = zeros(weights.Sum(weight => weight.numel()) + 1, device: weights[0].device);
        var start = 0L;
        foreach (var weight in weights)
        {
            using var own = sums.narrow(0, start, weight.numel());
            using var gradient = own.view(weight.shape);
            weight.grad = gradient;
            start += weight.numel();
        }
    }

    /// <summary>As <see cref="IBatchGradient"/> says; where it fails, the batch counts as not drawn.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped, perhaps because another process has ended.</exception>
    /// <exception cref="Samples.SampleException">Another process cannot be reached.</exception>
    public Tensor Compute()
    {
        using var position = state.Random.get_state();
        try
        {
            return Sum(communicator.PartOf(batches.Size));
        }
        catch
        {
            state.Random.set_state(position);
            throw;
        }
    }

    public void Dispose() => sums.Dispose();

    /// <summary>The mean over the batch is the sum of the means over the parts, each times its share of the batch.</summary>
    private Tensor Sum((int Start, int Count) part)
    {
        sums.zero_();
        var loss = NextCharacter.Loss(state.Model, batches.Next(part)).mul((double)part.Count / batches.Size);
        loss.backward();
        sums[^1] = loss.detach();
        communicator.Sum(sums, cancellation);
        return sums[^1].clone();
    }
}
