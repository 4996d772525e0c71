namespace Samples.Charts;

/// <summary>Horizontal bars, as SVG.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Bars">The bars, from top to bottom.</param>
public sealed record BarChart(string Title, IReadOnlyList<Bar> Bars)
{
    private const int Width = 720;
    private const int Header = 56;
    private const int Row = 44;
    private const int Thickness = 26;
    private const double Margin = 24;
    private const double LabelSpace = 110;

    /// <summary>The SVG document.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter(Width, Header + (Row * Bars.Count) + 16, Title);
        svg.Text(Margin, 34, Title, extra: " font-size=\"18\" font-weight=\"600\"");
        var left = Margin + 12 + (7.2 * Bars.Select(bar => bar.Name.Length).DefaultIfEmpty().Max());
        var scale = (Width - left - LabelSpace) / Math.Max(double.Epsilon, Bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        for (var i = 0; i < Bars.Count; i++)
        {
            var (top, length) = (Header + (Row * i) + ((Row - Thickness) / 2.0), Bars[i].Value > 0 ? Bars[i].Value * scale : 0);
            svg.Text(left - 12, top + (Thickness / 2.0) + 5, Bars[i].Name, "end");
            svg.Box(left, top, length, Thickness, Palette.Of(i));
            svg.Text(left + length + 8, top + (Thickness / 2.0) + 5, Bars[i].Label, colour: Palette.Muted);
        }

        return svg.ToString();
    }
}
