namespace Samples.Charts;

/// <summary>A curve.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points, in order of x.</param>
public sealed record Series(string Name, IReadOnlyList<CurvePoint> Points);
