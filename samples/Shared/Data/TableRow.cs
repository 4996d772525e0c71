namespace Samples.Data;

/// <summary>One row of a <see cref="DataTable"/>.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Fields">Its cells.</param>
public sealed record TableRow(long Line, IReadOnlyList<string> Fields);
