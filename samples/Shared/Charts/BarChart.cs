using System.Globalization;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Samples.Charts;

/// <summary>Horizontal bars, as SVG.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="XLabel">What their length is, with its unit.</param>
/// <param name="Bars">The bars, from top to bottom.</param>
public sealed record BarChart(string Title, string XLabel, IReadOnlyList<Bar> Bars)
{
    private const int Header = 100;
    private const int Row = 44;
    private const double Thickness = 0.6;
    // Of the width, for the label beyond the longest bar.
    private const double LabelSpace = 0.2;

    /// <summary>The numbers that each model learns, a bar a model.</summary>
    public static BarChart OfParameters(IEnumerable<(string Model, long Parameters)> models) => new(
        "Parameters",
        "numbers that are learned",
        [.. models.Distinct().Select(model => new Bar(model.Model, model.Parameters, model.Parameters.ToString("N0", CultureInfo.InvariantCulture)))]);

    /// <summary>The SVG document.</summary>
    public string ToSvg()
    {
        var plot = Canvas.New(Title, XLabel, "");
        for (var i = 0; i < Bars.Count; i++)
        {
            Draw(plot, Bars[i], -i, Color.FromHex(Palette.Of(i)));
        }

        var longest = Bars.Select(bar => bar.Value + bar.Spread).Where(double.IsFinite).DefaultIfEmpty().Max();
        plot.Axes.SetLimits(0, longest > 0 ? longest / (1 - LabelSpace) : 1, 0.5 - Bars.Count, 0.5);
        plot.Axes.Left.TickGenerator = new NumericManual([.. Bars.Select((_, i) => -(double)i)], [.. Bars.Select(bar => bar.Name)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = value => value.ToString("#,0.######", CultureInfo.InvariantCulture) };
        plot.Grid.YAxisStyle.IsVisible = false;
        return Canvas.Svg(plot, Title, Header + (Row * Bars.Count));
    }

    private static void Draw(Plot plot, Bar bar, double place, Color colour)
    {
        if (!double.IsFinite(bar.Value) || !double.IsFinite(bar.Spread))
        {
            return;
        }

        plot.Add.Bar(new ScottPlot.Bar
        {
            Position = place,
            Value = bar.Value,
            Orientation = Orientation.Horizontal,
            Size = Thickness,
            FillColor = colour,
            LineWidth = 0,
        });
        if (bar.Spread > 0)
        {
            plot.PlottableList.Add(new ErrorBar([bar.Value], [place], [bar.Spread], [bar.Spread], null, null) { Color = Color.FromHex(Palette.Ink), LineWidth = 1.5f });
        }

        var label = plot.Add.Text(bar.Label, bar.Value + bar.Spread, place);
        (label.LabelAlignment, label.OffsetX, label.LabelFontColor) = (Alignment.MiddleLeft, 8, Color.FromHex(Palette.Muted));
    }
}
