namespace Samples.Reports;

/// <summary>A setting or a circumstance of a run.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record Fact(string Name, string Value);
