namespace Zoo;

/// <summary>A number that was measured.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Value">The number.</param>
public sealed record Figure(string Name, double Value);
