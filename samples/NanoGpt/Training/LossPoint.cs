namespace NanoGpt.Training;

/// <summary>A point of the loss curve, in nats a character.</summary>
/// <param name="Iteration">After how many iterations.</param>
/// <param name="Train">The mean loss of the batches since the point before.</param>
/// <param name="Validation">The loss on a part of the validation text.</param>
public sealed record LossPoint(int Iteration, double Train, double Validation);
