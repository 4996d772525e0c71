namespace Samples.Charts;

/// <summary>A bar of a bar chart.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Value">Its length, not negative.</param>
/// <param name="Label">The value as text.</param>
public sealed record Bar(string Name, double Value, string Label);
