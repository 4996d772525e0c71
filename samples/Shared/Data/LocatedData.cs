namespace Samples.Data;

/// <summary>Where the data were found.</summary>
/// <param name="Path">The file; null where none could be had, so that the sample makes up its own.</param>
/// <param name="Origin">The same in words; without a file, why there is none.</param>
public sealed record LocatedData(string? Path, string Origin);
