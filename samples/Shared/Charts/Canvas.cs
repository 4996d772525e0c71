using System.Security;
using ScottPlot;
using SkiaSharp;

namespace Samples.Charts;

/// <summary>What all charts have in common: fonts, colours, and how they become SVG.</summary>
public static class Canvas
{
    /// <summary>The width of a chart in pixels.</summary>
    internal const int Width = 720;

    private static readonly string[] Fonts = ["DejaVu Sans", "Verdana", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica", "Arial"];

    /// <summary>Without a font charts have shapes and no text.</summary>
    public static bool HasFont => SKFontManager.Default.FontFamilies.Any();

    private static string Font => Fonts.Intersect(SKFontManager.Default.FontFamilies).FirstOrDefault(ScottPlot.Fonts.Default);

    internal static Plot New(string title, string xLabel, string yLabel)
    {
        var plot = new Plot();
        plot.Title(title);
        plot.XLabel(xLabel);
        plot.YLabel(yLabel);
        plot.Axes.Title.Label.FontSize = 17;
        foreach (var label in new[] { plot.Axes.Bottom.Label, plot.Axes.Left.Label })
        {
            (label.Bold, label.FontSize) = (false, 14);
        }

        plot.Axes.Color(Color.FromHex(Palette.Ink));
        plot.Axes.Frame(false);
        plot.Axes.Bottom.FrameLineStyle.IsVisible = true;
        plot.Grid.MajorLineColor = Color.FromHex(Palette.Grid);
        plot.Font.Set(Font);
        return plot;
    }

    /// <summary>The SVG document. Where its font is missing, another one without serifs takes its place.</summary>
    internal static string Svg(Plot plot, string title, int height)
    {
        var svg = plot.GetSvgXml(Width, height);
        var start = svg.IndexOf("<svg ", StringComparison.Ordinal);
        var content = svg.IndexOf('>', start) + 1;
        return $"<svg role=\"img\"{svg[(start + 4)..content]}\n\t<title>{SecurityElement.Escape(title)}</title>{svg[content..]}"
            .Replace($"font-family=\"{Font}\"", $"font-family=\"{Font}, sans-serif\"", StringComparison.Ordinal);
    }
}
