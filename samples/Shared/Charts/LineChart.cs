using ScottPlot;
using ScottPlot.TickGenerators;

namespace Samples.Charts;

/// <summary>Curves over a common axis, as SVG.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Curves">The curves; values that are not finite, or have no logarithm where one is drawn, are left out.</param>
/// <param name="Key">What the legend says of lines and bands.</param>
public sealed record LineChart(string Title, string XLabel, string YLabel, IReadOnlyList<Curve> Curves, LineKey Key)
{
    private const int PlotHeight = 400;
    private const int LegendRow = 24;
    private const double LettersInRow = 78;

    /// <summary>Whether values are drawn as their logarithms; they are by default.</summary>
    public bool IsLogarithmic { get; init; } = true;

    private IReadOnlyList<string> Names => [.. Curves.Select(curve => curve.Name).Distinct()];

    /// <summary>The SVG document.</summary>
    public string ToSvg()
    {
        var plot = Canvas.New(Title, XLabel, YLabel);
        var drawn = Curves.Select(curve => curve with { Points = [.. curve.Points.Where(CanBeDrawn)] }).Where(curve => curve.Points.Count > 0).ToList();
        var (low, high) = Range(drawn);
        foreach (var curve in drawn)
        {
            Draw(plot, curve, low);
        }

        plot.Axes.SetLimitsY(Height(low), Height(high));
        plot.Axes.Left.TickGenerator = Ticks(low, high);
        var letters = AddLegend(plot);
        return Canvas.Svg(plot, Title, PlotHeight + (LegendRow * (1 + (int)(letters / LettersInRow))));
    }

    private ITickGenerator Ticks(double low, double high)
    {
        if (!IsLogarithmic)
        {
            return new NumericAutomatic { LabelFormatter = LogTicks.Label };
        }

        var ticks = LogTicks.Within(low, high);
        return new NumericManual([.. ticks.Select(Math.Log10)], [.. ticks.Select(LogTicks.Label)]);
    }

    private void Draw(Plot plot, Curve curve, double low)
    {
        var colour = ColourOf(curve.Name);
        var xs = curve.Points.Select(point => point.X).ToArray();
        if (curve.Points.Any(point => point.High > point.Low))
        {
            var band = plot.Add.FillY(xs, Heights(curve.Points.Select(point => Math.Max(point.Low, low))), Heights(curve.Points.Select(point => point.High)));
            (band.FillColor, band.LineWidth) = (colour.WithAlpha(0.2), 0);
        }

        var line = plot.Add.ScatterLine(xs, Heights(curve.Points.Select(point => point.Y)), colour);
        (line.LineWidth, line.LinePattern) = (2, curve.IsDashed ? LinePattern.Dashed : LinePattern.Solid);
    }

    /// <returns>How many letters it has, with room for its marks.</returns>
    private int AddLegend(Plot plot)
    {
        var muted = Color.FromHex(Palette.Muted);
        var (hasDashes, hasBands) = (Curves.Any(curve => curve.IsDashed), Curves.Any(curve => curve.Points.Any(point => point.High > point.Low)));
        List<LegendItem> items = [.. Names.Select(name => new LegendItem { LabelText = name, FillColor = ColourOf(name) })];
        if (hasDashes || hasBands)
        {
            items.Add(new() { LabelText = Key.Solid, LineColor = muted, LineWidth = 2 });
        }

        if (hasDashes)
        {
            items.Add(new() { LabelText = Key.Dashed, LineColor = muted, LineWidth = 2, LinePattern = LinePattern.Dashed });
        }

        if (hasBands)
        {
            items.Add(new() { LabelText = Key.Band, FillColor = muted.WithAlpha(0.3) });
        }

        plot.Legend.ManualItems.AddRange(items);
        plot.Legend.Orientation = Orientation.Horizontal;
        (plot.Legend.OutlineWidth, plot.Legend.ShadowColor) = (0, Colors.Transparent);
        plot.ShowLegend(Edge.Bottom);
        return items.Sum(item => item.LabelText.Length + 7);
    }

    private Color ColourOf(string name) => Color.FromHex(Palette.Of(Names.ToList().IndexOf(name)));

    /// <summary>A little more than the values; a band that reaches down to 0 ends below them.</summary>
    private (double Low, double High) Range(IReadOnlyList<Curve> curves)
    {
        var points = curves.SelectMany(curve => curve.Points).ToList();
        if (points.Count == 0)
        {
            return (0.1, 10);
        }

        if (!IsLogarithmic)
        {
            var (lowest, highest) = (points.Min(point => point.Low), points.Max(point => point.High));
            var margin = highest > lowest ? 0.05 * (highest - lowest) : 1;
            return (lowest - margin, highest + margin);
        }

        var least = points.Min(point => point.Low > 0 ? point.Low : point.Y / 2);
        return (least / 1.1, points.Max(point => point.High) * 1.1);
    }

    private double[] Heights(IEnumerable<double> values) => [.. values.Select(Height)];

    private double Height(double value) => IsLogarithmic ? Math.Log10(value) : value;

    private bool CanBeDrawn(CurvePoint point)
        => double.IsFinite(point.X) && double.IsFinite(point.Y) && (point.Y > 0 || !IsLogarithmic) && double.IsFinite(point.Low) && double.IsFinite(point.High);
}
