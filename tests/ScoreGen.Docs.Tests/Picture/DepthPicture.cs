using System.Globalization;
using System.Xml.Linq;

namespace ScoreGen.Docs.Tests.Picture;

/// <summary>Draws the idea: a stack of layers with weights of their own beside one block in a loop. On paper of its own, so that it is legible on any page.</summary>
internal static class DepthPicture
{
    private const int Width = 760;
    private const int Height = 360;
    private const int Layers = 4;
    private const int LayerTop = 78;
    private const int LayerStep = 62;
    private const string Ink = "#1f2933";
    private const string Muted = "#5f6b76";
    private static readonly string[] Weights = ["#4e79a7", "#f28e2b", "#59a14f", "#b07aa1"];
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Write()
    {
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "Helvetica, Arial, sans-serif"),
            new XAttribute("font-size", 15),
            new XElement(Svg + "title", "A stack of four layers beside one block that is applied four times"),
            Arrowhead(),
            new XElement(Svg + "rect", new XAttribute("width", Width), new XAttribute("height", Height), new XAttribute("fill", "#ffffff")),
            Stack(x: 60),
            new XElement(Svg + "path", new XAttribute("d", $"M {Width / 2} 40 V {Height - 30}"), new XAttribute("stroke", "#d0d6dc")),
            Loop(x: 500));
        return picture + "\n";
    }

    private static IEnumerable<XElement> Stack(int x)
    {
        yield return Text(x + 80, 34, "Four layers", Ink, bold: true);
        yield return Text(x + 80, Height - 12, "four sets of weights", Muted);
        yield return Arrow($"M {x + 80} 50 V {LayerTop - 4}");
        for (var layer = 0; layer < Layers; layer++)
        {
            var top = LayerTop + (layer * LayerStep);
            yield return Box(x, top, Weights[layer], $"layer {layer + 1}");
            yield return Arrow($"M {x + 80} {top + 38} V {top + LayerStep - 4}");
        }

        yield return Text(x + 102, 64, "h", Muted);
    }

    private static IEnumerable<XElement> Loop(int x)
    {
        const int top = 150;
        yield return Text(x + 80, 34, "One block, four steps", Ink, bold: true);
        yield return Text(x + 80, Height - 12, "one set of weights", Muted);
        yield return Text(x + 102, 64, "h", Muted);
        yield return Arrow($"M {x + 80} 50 V {top - 4}");
        yield return Box(x, top, Weights[0], "your block F");
        yield return Arrow($"M {x + 80} {top + 38} V {top + 68}");
        yield return Text(x + 80, top + 90, "(1 - dt) · h  +  dt · F(h)", Ink);
        yield return Arrow($"M {x + 80} {top + 104} V {top + 172}");
        yield return Arrow($"M {x + 80} {top + 124} H {x + 216} V {top - 46} H {x + 86}");
        yield return Text(x + 164, top - 56, "4 times", Muted);
    }

    private static XElement Box(int x, int top, string colour, string text) => new(
        Svg + "g",
        new XElement(
            Svg + "rect",
            new XAttribute("x", x),
            new XAttribute("y", top),
            new XAttribute("width", 160),
            new XAttribute("height", 38),
            new XAttribute("rx", 6),
            new XAttribute("fill", colour)),
        Text(x + 80, top + 24, text, "#ffffff", bold: true));

    private static XElement Text(int x, int y, string text, string colour, bool bold = false) => new(
        Svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("text-anchor", "middle"),
        new XAttribute("fill", colour),
        bold ? new XAttribute("font-weight", 600) : null,
        text);

    private static XElement Arrow(string path) => new(
        Svg + "path",
        new XAttribute("d", path),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", Muted),
        new XAttribute("stroke-width", 1.6.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("marker-end", "url(#head)"));

    private static XElement Arrowhead() => new(
        Svg + "defs",
        new XElement(
            Svg + "marker",
            new XAttribute("id", "head"),
            new XAttribute("viewBox", "0 0 8 8"),
            new XAttribute("refX", 7),
            new XAttribute("refY", 4),
            new XAttribute("markerWidth", 7),
            new XAttribute("markerHeight", 7),
            new XAttribute("orient", "auto"),
            new XElement(Svg + "path", new XAttribute("d", "M 0 0 L 8 4 L 0 8 z"), new XAttribute("fill", Muted))));
}
