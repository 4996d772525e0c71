using NanoGpt.Training;

namespace NanoGpt.Checkpoints;

/// <summary>A copy of all that changes in a training.</summary>
/// <param name="Description">Which training it is of.</param>
/// <param name="Iteration">How many iterations were done.</param>
/// <param name="Elapsed">How long they took.</param>
/// <param name="History">Their losses.</param>
/// <param name="Model">The weights, in TorchSharp's format.</param>
/// <param name="Optimizer">What the optimiser remembers, in TorchSharp's format.</param>
/// <param name="Random">The state of the random stream, in TorchSharp's format.</param>
public sealed record Checkpoint(string Description, int Iteration, TimeSpan Elapsed, LossHistory History, byte[] Model, byte[] Optimizer, byte[] Random);
