namespace Samples.Charts;

/// <summary>A curve.</summary>
/// <param name="Name">What the legend calls it; curves of one name share a colour.</param>
/// <param name="Points">Its points, in order of x.</param>
/// <param name="IsDashed">Whether it is the one that stands beside another.</param>
public sealed record Curve(string Name, IReadOnlyList<CurvePoint> Points, bool IsDashed = false);
