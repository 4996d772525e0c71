using System.Globalization;
using System.Xml.Linq;
using Samples.Charts;

namespace Samples.Tests.Charts;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_series_is_a_curve_in_its_own_colour_and_in_the_legend()
    {
        var chart = Draw(Curve("a", 1, 2, 3), Curve("b", 3, 2, 1));

        var curves = chart.Descendants(Svg + "polyline").ToList();
        Assert.Equal(2, curves.Select(curve => (string?)curve.Attribute("stroke")).Distinct().Count());
        Assert.Superset(new HashSet<string> { "loss", "epoch", "error", "a", "b" }, chart.Descendants(Svg + "text").Select(text => text.Value).ToHashSet());
    }

    [Fact]
    public void A_legend_of_many_names_takes_as_many_rows_as_it_needs()
    {
        var chart = Draw([.. Enumerable.Range(0, 10).Select(i => Curve($"a rather long name {i}", 1, 2))]);

        var names = chart.Descendants(Svg + "text").Where(text => text.Value.StartsWith("a rather", StringComparison.Ordinal)).ToList();
        var height = Number(chart.Root!.Attribute("height")!.Value);
        Assert.Equal(10, names.Select(name => (Place(name, "x"), Place(name, "y"))).Distinct().Count());
        Assert.All(names, name => Assert.InRange(Place(name, "x"), 72, 720 - (7 * name.Value.Length)));
        Assert.True(names.Max(name => Place(name, "y")) < chart.Descendants(Svg + "line").Min(line => Place(line, "y1")));
        Assert.Equal(10, chart.Descendants(Svg + "polyline").Select(curve => (string?)curve.Attribute("stroke")).Distinct().Count());
        Assert.All(chart.Descendants(Svg + "polyline").SelectMany(Points), point => Assert.InRange(point.Y, 0, height));
    }

    [Fact]
    public void A_larger_value_is_drawn_higher_and_a_later_one_further_right()
    {
        using var culture = new OtherCulture();

        var points = Points(Draw(Curve("a", 1.5, 0.25, 0.75)).Descendants(Svg + "polyline").Single());

        Assert.True(points[0].X < points[1].X && points[1].X < points[2].X);
        Assert.True(points[0].Y < points[2].Y && points[2].Y < points[1].Y);
        Assert.All(points, point => Assert.True(point.X is >= 0 and <= 720 && point.Y is >= 0 and <= 420));
    }

    [Fact]
    public void A_range_is_a_band_around_its_curve()
    {
        var chart = Draw(new Series("a", [new(0, 1, 0.5, 1.5), new(1, 2, 1.5, 2.5)]));

        var band = Points(chart.Descendants(Svg + "polygon").Single());
        var curve = Points(chart.Descendants(Svg + "polyline").Single());
        Assert.Equal(4, band.Count);
        Assert.True(band[0].Y < curve[0].Y && curve[0].Y < band[3].Y);
        Assert.Empty(Draw(Curve("a", 1, 2)).Descendants(Svg + "polygon"));
    }

    [Fact]
    public void Values_that_are_not_finite_are_left_out()
    {
        var curve = Draw(Curve("a", 1, double.NaN, double.PositiveInfinity, 2)).Descendants(Svg + "polyline").Single();

        Assert.Equal(2, Points(curve).Count);
    }

    [Fact]
    public void Without_any_value_the_axes_are_still_drawn()
    {
        Assert.NotEmpty(Draw(Curve("a", double.NaN)).Descendants(Svg + "line"));
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var chart = Draw(Curve("<b> & \"c\"", 1, 2));

        Assert.Contains("<b> & \"c\"", chart.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Bars_are_as_long_as_their_values()
    {
        var chart = XDocument.Parse(new BarChart("Parameters", [new("a", 100, "100"), new("b", 25, "25"), new("c", 0, "0")]).ToSvg());

        var lengths = chart.Descendants(Svg + "rect").Skip(1).Select(bar => Number(bar.Attribute("width")!.Value)).ToList();
        Assert.Equal(4, lengths[0] / lengths[1], 2);
        Assert.Equal(0, lengths[2]);
    }

    private static Series Curve(string name, params double[] values)
        => new(name, [.. values.Select((value, index) => new CurvePoint(index, value))]);

    private static XDocument Draw(params Series[] series) => XDocument.Parse(new LineChart("loss", "epoch", "error", series).ToSvg());

    private static List<(double X, double Y)> Points(XElement shape)
        => [.. shape.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',')).Select(pair => (Number(pair[0]), Number(pair[1])))];

    private static double Place(XElement shape, string attribute) => Number(shape.Attribute(attribute)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
