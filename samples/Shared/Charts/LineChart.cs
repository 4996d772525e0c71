using ScottPlot;
using ScottPlot.TickGenerators;

namespace Samples.Charts;

/// <summary>Curves over a common axis, their values on a logarithmic one, as SVG.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Curves">The curves; values that are not finite, or not above 0, are left out.</param>
/// <param name="Key">What the legend says of lines and bands.</param>
public sealed record LineChart(string Title, string XLabel, string YLabel, IReadOnlyList<Curve> Curves, LineKey Key)
{
    private const int PlotHeight = 400;
    private const int LegendRow = 24;
    private const double LettersInRow = 78;

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

        plot.Axes.SetLimitsY(Math.Log10(low), Math.Log10(high));
        var ticks = LogTicks.Within(low, high);
        plot.Axes.Left.TickGenerator = new NumericManual([.. ticks.Select(Math.Log10)], [.. ticks.Select(LogTicks.Label)]);
        var letters = AddLegend(plot);
        return Canvas.Svg(plot, Title, PlotHeight + (LegendRow * (1 + (int)(letters / LettersInRow))));
    }

    private void Draw(Plot plot, Curve curve, double low)
    {
        var colour = ColourOf(curve.Name);
        var xs = curve.Points.Select(point => point.X).ToArray();
        if (curve.Points.Any(point => point.High > point.Low))
        {
            var band = plot.Add.FillY(xs, Logs(curve.Points.Select(point => Math.Max(point.Low, low))), Logs(curve.Points.Select(point => point.High)));
            (band.FillColor, band.LineWidth) = (colour.WithAlpha(0.2), 0);
        }

        var line = plot.Add.ScatterLine(xs, Logs(curve.Points.Select(point => point.Y)), colour);
        (line.LineWidth, line.LinePattern) = (2, curve.IsDashed ? LinePattern.Dashed : LinePattern.Solid);
    }

    /// <returns>How many letters it has, with room for its marks.</returns>
    private int AddLegend(Plot plot)
    {
        var muted = Color.FromHex(Palette.Muted);
        List<LegendItem> items =
        [
            .. Names.Select(name => new LegendItem { LabelText = name, FillColor = ColourOf(name) }),
            new() { LabelText = Key.Solid, LineColor = muted, LineWidth = 2 },
        ];
        if (Curves.Any(curve => curve.IsDashed))
        {
            items.Add(new() { LabelText = Key.Dashed, LineColor = muted, LineWidth = 2, LinePattern = LinePattern.Dashed });
        }

        if (Curves.Any(curve => curve.Points.Any(point => point.High > point.Low)))
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
    private static (double Low, double High) Range(IReadOnlyList<Curve> curves)
    {
        var points = curves.SelectMany(curve => curve.Points).ToList();
        if (points.Count == 0)
        {
            return (0.1, 10);
        }

        var least = points.Min(point => point.Low > 0 ? point.Low : point.Y / 2);
        return (least / 1.1, points.Max(point => point.High) * 1.1);
    }

    private static double[] Logs(IEnumerable<double> values) => [.. values.Select(Math.Log10)];

    private static bool CanBeDrawn(CurvePoint point)
        => double.IsFinite(point.X) && double.IsFinite(point.Y) && point.Y > 0 && double.IsFinite(point.Low) && double.IsFinite(point.High);
}
