using System.Globalization;
using System.Security;
using System.Text;
using Samples.Charts;

namespace ScoreGen.Docs.Tests.Drawing;

/// <summary>Writes the few shapes that a diagram consists of.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();

    public SvgWriter(int width, int height, string title)
    {
        text.Append(Invariant($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" """));
        text.Append("font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"13\">\n");
        text.Append(Invariant($"<title>{Escape(title)}</title>\n"));
        text.Append(Invariant($"""<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>"""));
        text.Append('\n');
    }

    public void Text(double x, double y, string content, string anchor = "start", string colour = Palette.Ink, string extra = "")
        => Line($"""<text x="{x:0.##}" y="{y:0.##}" text-anchor="{anchor}" fill="{colour}"{extra}>{Escape(content)}</text>""");

    public void Rule(double x1, double y1, double x2, double y2, string colour)
        => Line($"""<line x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" stroke="{colour}"/>""");

    public void Curve(IEnumerable<(double X, double Y)> points, string colour, string extra = "")
        => Line($"""<polyline points="{Join(points)}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"{extra}/>""");

    public void Area(IEnumerable<(double X, double Y)> outline, string colour)
        => Line($"""<polygon points="{Join(outline)}" fill="{colour}" fill-opacity="0.2"/>""");

    /// <summary>The finished document.</summary>
    public override string ToString() => text + "</svg>\n";

    private static string Join(IEnumerable<(double X, double Y)> points)
        => string.Join(' ', points.Select(point => Invariant($"{point.X:0.##},{point.Y:0.##}")));

    private static string Escape(string content) => SecurityElement.Escape(content);

    private static string Invariant(FormattableString format) => format.ToString(CultureInfo.InvariantCulture);

    private void Line(FormattableString element) => text.Append(Invariant(element)).Append('\n');
}
