namespace Molecules.Data;

/// <summary>What came of a file.</summary>
/// <param name="Rows">The molecules.</param>
/// <param name="Skipped">The rows that are none.</param>
public sealed record MoleculeSet(IReadOnlyList<MoleculeRow> Rows, IReadOnlyList<SkippedRow> Skipped);
