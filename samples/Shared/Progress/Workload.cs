namespace Samples.Progress;

/// <summary>What a progress bar stands for.</summary>
/// <param name="Name">What is worked on.</param>
/// <param name="Units">How many times it will be advanced.</param>
public sealed record Workload(string Name, int Units);
