namespace Samples.Charts;

/// <summary>What the ways to draw a curve stand for, for the legend.</summary>
/// <param name="Solid">The meaning of a solid line.</param>
/// <param name="Dashed">The meaning of a dashed one.</param>
/// <param name="Band">The meaning of a band around a line.</param>
public sealed record LineKey(string Solid, string Dashed, string Band);
