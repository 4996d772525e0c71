using Samples.Charts;

namespace Zoo.Reports;

/// <summary>A table of numbers as shades.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Rows">The rows from top to bottom, named.</param>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Cells">The numbers, row by row, the same shape in each run.</param>
public sealed record MapPicture(string Title, string XLabel, string YLabel, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Cells)
    : Picture(Title, XLabel, YLabel)
{
    /// <inheritdoc/>
    public override string ToSvg(IReadOnlyList<Picture> runs)
    {
        var cells = Rows.Select((_, row) => Columns.Select((_, column) => runs.Cast<MapPicture>().Average(run => run.Cells[row][column])).ToList());
        return new HeatMap(Title, XLabel, YLabel, Rows, Columns, [.. cells]).ToSvg();
    }
}
