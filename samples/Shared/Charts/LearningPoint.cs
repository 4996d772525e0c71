namespace Samples.Charts;

/// <summary>How far a training is at a time.</summary>
/// <param name="X">The time, in epochs or iterations.</param>
/// <param name="Train">The loss on what it learns from.</param>
/// <param name="Judged">The loss on what it is judged by.</param>
public sealed record LearningPoint(double X, double Train, double Judged);
