namespace Samples.Shares;

/// <summary>A training, or what came of it, with its place in the whole run.</summary>
/// <param name="Index">The place, from 0.</param>
/// <param name="Training">The training.</param>
public sealed record Numbered<T>(int Index, T Training);
