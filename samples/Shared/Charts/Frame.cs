namespace Samples.Charts;

/// <summary>The plot area of a line chart: its axes, its grid, its legend, and how a value becomes a place.</summary>
internal sealed class Frame(Ticks horizontal, Ticks vertical, IEnumerable<string> names)
{
    public const int Width = 720;
    private const double Left = 72;
    private const double Right = 24;
    private const double Bottom = 56;

    private readonly Legend legend = new(names, Width - Left - Right);

    /// <summary>A legend of several rows makes the chart higher.</summary>
    public int Height => 420 + MoreRows;

    private int MoreRows => (legend.Rows - 1) * Legend.RowHeight;

    private double Top => 84 + MoreRows;

    public double X(double value) => Left + (Share(horizontal, value) * (Width - Left - Right));

    public double Y(double value) => Height - Bottom - (Share(vertical, value) * (Height - Top - Bottom));

    public void Draw(SvgWriter svg, string title, string xLabel, string yLabel)
    {
        svg.Text(Left, 34, title, extra: " font-size=\"18\" font-weight=\"600\"");
        legend.Draw(svg, Left, 52);
        foreach (var tick in vertical.Values)
        {
            svg.Rule(Left, Y(tick), Width - Right, Y(tick), Palette.Grid);
            svg.Text(Left - 10, Y(tick) + 4, vertical.Label(tick), "end", Palette.Muted);
        }

        foreach (var tick in horizontal.Values)
        {
            svg.Rule(X(tick), Height - Bottom, X(tick), Height - Bottom + 5, Palette.Muted);
            svg.Text(X(tick), Height - Bottom + 20, horizontal.Label(tick), "middle", Palette.Muted);
        }

        svg.Rule(Left, Height - Bottom, Width - Right, Height - Bottom, Palette.Muted);
        svg.Text((Left + Width - Right) / 2, Height - 14, xLabel, "middle");
        var middle = (Top + Height - Bottom) / 2;
        svg.Text(20, middle, yLabel, "middle", extra: FormattableString.Invariant($" transform=\"rotate(-90 20 {middle:0.##})\""));
    }

    private static double Share(Ticks ticks, double value)
        => (value - ticks.Values[0]) / (ticks.Values[^1] - ticks.Values[0]);
}
