namespace Zoo;

/// <summary>A run that was finished.</summary>
/// <param name="System">What was run.</param>
/// <param name="Seed">With which seed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Findings">What was found.</param>
public sealed record Result(DepthSystem System, int Seed, double Seconds, Findings Findings);
