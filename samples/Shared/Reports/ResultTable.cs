namespace Samples.Reports;

/// <summary>A table of results, ready to be shown on a terminal or in a report.</summary>
/// <param name="Columns">The headings; the first columns hold text, the others numbers.</param>
/// <param name="Rows">The cells, as many in each row as there are headings.</param>
public sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>How many columns hold text.</summary>
    public int TextColumns { get; init; } = 1;
}
