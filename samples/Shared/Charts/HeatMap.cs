using ScottPlot;
using ScottPlot.TickGenerators;

namespace Samples.Charts;

/// <summary>A table of numbers as shades, the larger the darker, as SVG.</summary>
/// <param name="Title">What the chart shows, with the unit of the numbers.</param>
/// <param name="XLabel">What the columns are.</param>
/// <param name="YLabel">What the rows are.</param>
/// <param name="Rows">The names of the rows, from top to bottom.</param>
/// <param name="Columns">The names of the columns, from left to right.</param>
/// <param name="Cells">The numbers, row by row; what is not finite stays white.</param>
public sealed record HeatMap(string Title, string XLabel, string YLabel, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Cells)
{
    private const int Header = 130;
    private const int Row = 36;

    /// <summary>The SVG document.</summary>
    public string ToSvg()
    {
        var plot = Canvas.New(Title, XLabel, YLabel);
        plot.Grid.IsVisible = false;
        var finite = Cells.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (Math.Min(0, finite.Min()), finite.Max());
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                Draw(plot, column, -row, Cells[row][column], high > low ? (Cells[row][column] - low) / (high - low) : 0);
            }
        }

        plot.Axes.SetLimits(-0.5, Columns.Count - 0.5, 0.5 - Rows.Count, 0.5);
        plot.Axes.Left.TickGenerator = new NumericManual([.. Rows.Select((_, row) => -(double)row)], [.. Rows]);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. Columns.Select((_, column) => (double)column)], [.. Columns]);
        (plot.Axes.Left.MajorTickStyle.Length, plot.Axes.Bottom.MajorTickStyle.Length) = (0, 0);
        return Canvas.Svg(plot, Title, Header + (Row * Rows.Count));
    }

    private static void Draw(Plot plot, int x, int y, double value, double shade)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        var cell = plot.Add.Rectangle(x - 0.5, x + 0.5, y - 0.5, y + 0.5);
        (cell.FillColor, cell.LineColor, cell.LineWidth) = (Color.FromHex(Palette.Of(0)).WithAlpha(shade), Colors.White, 1);
        var label = plot.Add.Text(LogTicks.Label(Math.Round(value, 2)), x, y);
        (label.LabelAlignment, label.LabelFontSize, label.LabelFontColor) = (Alignment.MiddleCenter, 11, shade > 0.6 ? Colors.White : Color.FromHex(Palette.Ink));
    }
}
