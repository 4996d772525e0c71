namespace Samples.Charts;

/// <summary>Curves over a common axis, as SVG.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Series">The curves; values that are not finite are left out.</param>
public sealed record LineChart(string Title, string XLabel, string YLabel, IReadOnlyList<Series> Series)
{
    /// <summary>The SVG document.</summary>
    public string ToSvg()
    {
        var curves = Series.Select(series => series.Points.Where(IsFinite).ToList()).ToList();
        var points = curves.SelectMany(curve => curve).ToList();
        var frame = new Frame(
            Ticks.Cover(points.Select(point => point.X).DefaultIfEmpty().Min(), points.Select(point => point.X).DefaultIfEmpty().Max()),
            Ticks.Cover(points.Select(point => point.Low).DefaultIfEmpty().Min(), points.Select(point => point.High).DefaultIfEmpty().Max()),
            Series.Select(series => series.Name));
        var svg = new SvgWriter(Frame.Width, frame.Height, Title);
        frame.Draw(svg, Title, XLabel, YLabel);
        for (var i = 0; i < curves.Count; i++)
        {
            Draw(svg, frame, curves[i], Palette.Of(i));
        }

        return svg.ToString();
    }

    private static void Draw(SvgWriter svg, Frame frame, IReadOnlyList<CurvePoint> curve, string colour)
    {
        if (curve.Any(point => point.High > point.Low))
        {
            var upper = curve.Select(point => (frame.X(point.X), frame.Y(point.High)));
            var lower = curve.Reverse().Select(point => (frame.X(point.X), frame.Y(point.Low)));
            svg.Area(upper.Concat(lower), colour);
        }

        svg.Curve(curve.Select(point => (frame.X(point.X), frame.Y(point.Y))), colour);
    }

    private static bool IsFinite(CurvePoint point)
        => double.IsFinite(point.X) && double.IsFinite(point.Y) && double.IsFinite(point.Low) && double.IsFinite(point.High);
}
