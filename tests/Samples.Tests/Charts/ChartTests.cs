using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Samples.Charts;
using Samples.Reports;

namespace Samples.Tests.Charts;

public sealed partial class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly LineKey Key = new("test", "training", "a band");

    [Fact]
    public void Every_curve_has_its_own_colour()
    {
        var chart = Draw(Curve("a", 1, 2, 3), Curve("b", 3, 2, 1));

        Assert.All([0, 1], curve => Assert.Equal(3, Points(Lines(chart, curve).Single()).Count));
        Assert.Empty(Lines(chart, 2));
    }

    [Fact]
    public void Title_axes_names_and_ways_to_draw_are_said()
    {
        if (!Canvas.HasFont)
        {
            return;
        }

        var chart = Draw(new Curve("a <b> & \"c\"", [new(0, 1, 0.5, 1.5), new(1, 2, 1.5, 2.5)]), new Curve("d", [new(0, 1), new(1, 2)], IsDashed: true));

        var texts = chart.Descendants(Svg + "text").Select(text => text.Value.Trim()).ToHashSet();
        Assert.Superset(new HashSet<string> { "loss", "epoch", "error", "a <b> & \"c\"", "d", "test", "training", "a band" }, texts);
    }

    [Fact]
    public void Only_what_is_drawn_is_in_the_legend()
    {
        var texts = Draw(Curve("a", 1, 2)).Descendants(Svg + "text").Select(text => text.Value.Trim()).ToHashSet();

        Assert.Empty(texts.Intersect(["test", "training", "a band"]));
    }

    [Fact]
    public void A_legend_of_many_names_is_below_the_curves_and_inside_the_picture()
    {
        var chart = Draw([.. Enumerable.Range(0, 10).Select(i => Curve($"a rather long name {i}", 1, 2))]);

        var (width, height) = (Number(chart.Root!.Attribute("width")!.Value), Number(chart.Root!.Attribute("height")!.Value));
        var marks = chart.Descendants(Svg + "rect").Where(mark => Enumerable.Range(0, 10).Any(i => Is(mark, "fill", i))).ToList();
        var lowest = Enumerable.Range(0, 10).SelectMany(i => Lines(chart, i)).SelectMany(Points).Max(point => point.Y);
        Assert.Equal(10, marks.Count);
        Assert.Equal(10, marks.Select(mark => (Place(mark, "x"), Place(mark, "y"))).Distinct().Count());
        Assert.All(marks, mark => Assert.InRange(Place(mark, "x"), 0, width));
        Assert.All(marks, mark => Assert.InRange(Place(mark, "y"), lowest, height));
    }

    [Fact]
    public void A_larger_value_is_drawn_higher_and_a_later_one_further_right_on_a_logarithmic_axis()
    {
        using var culture = new OtherCulture();

        var points = Points(Lines(Draw(Curve("a", 4, 1, 2)), 0).Single());

        Assert.True(points[0].X < points[1].X && points[1].X < points[2].X);
        Assert.Equal(2, (points[1].Y - points[0].Y) / (points[1].Y - points[2].Y), 2);
    }

    [Fact]
    public void A_range_is_a_band_around_its_curve()
    {
        var chart = Draw(new Curve("a", [new(0, 1, 0.5, 1.5), new(1, 2, 1.5, 2.5)]));

        var band = Points(Bands(chart).Single());
        var curve = Points(Lines(chart, 0).Single());
        Assert.True(band.Min(point => point.Y) < curve.Min(point => point.Y));
        Assert.True(band.Max(point => point.Y) > curve.Max(point => point.Y));
        Assert.Empty(Bands(Draw(Curve("a", 1, 2))));
    }

    [Fact]
    public void What_stands_beside_is_dashed()
    {
        static int Pieces(bool isDashed) => Draw(new Curve("a", [new(0, 1), new(1, 2)], isDashed)).Descendants(Svg + "path").Where(path => Is(path, "fill", 0)).Sum(path => Moves().Count(path.Attribute("d")!.Value));

        Assert.True(Pieces(isDashed: true) > 10);
        Assert.Equal(0, Pieces(isDashed: false));
    }

    [Fact]
    public void Values_that_are_not_finite_or_have_no_logarithm_are_left_out()
        => Assert.Equal(2, Points(Lines(Draw(Curve("a", 1, double.NaN, double.PositiveInfinity, 0, -1, 2)), 0).Single()).Count);

    [Fact]
    public void Without_any_value_the_axes_are_still_drawn() => Assert.NotEmpty(Draw(Curve("a", double.NaN)).Descendants(Svg + "path"));

    [Fact]
    public void On_a_linear_axis_equal_differences_are_equally_high_and_values_below_0_are_drawn()
    {
        var points = Points(Lines(XDocument.Parse(new LineChart("gain", "epoch", "gain", [Curve("a", -1, 0, 1)], Key) { IsLogarithmic = false }.ToSvg()), 0).Single());

        Assert.Equal(points[0].Y - points[1].Y, points[1].Y - points[2].Y, 2);
        Assert.True(points[0].Y > points[1].Y);
    }

    [Fact]
    public void A_map_is_the_darker_the_larger_the_number_and_white_where_there_is_none()
    {
        var map = XDocument.Parse(new HeatMap("Steps", "place", "string", ["a", "b"], ["1", "2"], [[0.5, 2], [4, double.NaN]]).ToSvg());

        var shades = map.Descendants(Svg + "path").Concat(map.Descendants(Svg + "rect")).Where(cell => Is(cell, "fill", 0)).Select(cell => Number(cell.Attribute("fill-opacity")?.Value ?? "1")).Order().ToList();
        Assert.Equal(3, shades.Count);
        // A shade is one of 256.
        Assert.InRange(shades[1] / shades[0], 3.8, 4.2);
        Assert.Equal(1, shades[2], 2);
    }

    [Fact]
    public void Bars_are_as_long_as_their_values()
    {
        var chart = XDocument.Parse(new BarChart("Parameters", "count", [new("a", 100, "100"), new("b", 25, "25"), new("c", 0, "0")]).ToSvg());

        Assert.Equal(4, Length(chart, 0) / Length(chart, 1), 2);
        Assert.Equal(0, Length(chart, 2), 2);
    }

    [Fact]
    public void A_bar_has_the_ends_of_its_spread()
    {
        static int Marks(double spread) => XDocument.Parse(new BarChart("Error", "RMSE", [new("a", 2, "2", spread)]).ToSvg()).Descendants(Svg + "path").Count(path => (string?)path.Attribute("stroke") == Palette.Ink.ToUpperInvariant() && (string?)path.Attribute("stroke-width") == "1.5");

        Assert.Equal(1, Marks(0.5));
        Assert.Equal(0, Marks(0));
    }

    [Fact]
    public void A_learning_chart_has_what_is_judged_beside_what_is_learned_from()
    {
        var chart = LearningChart.Of("loss", "epoch", "error", "test", [LearningCurve.OfEpochs("a", [4, 3], [6, 5]), LearningCurve.OfEpochs("a", [2, 1], [8, 9])]);

        Assert.Equal(new CurvePoint(1, 7, 7 - Math.Sqrt(2), 7 + Math.Sqrt(2)), chart.Curves[0].Points[0]);
        Assert.Equal(new CurvePoint(2, 2), chart.Curves[1].Points[1]);
        Assert.True(chart.Curves[1].IsDashed);
        Assert.Contains("over 2 trainings", chart.Key.Band);
    }

    private static Curve Curve(string name, params double[] values)
        => new(name, [.. values.Select((value, index) => new CurvePoint(index, value))]);

    private static XDocument Draw(params Curve[] curves) => XDocument.Parse(new LineChart("loss", "epoch", "error", curves, Key).ToSvg());

    private static List<XElement> Lines(XDocument chart, int curve) => [.. chart.Descendants(Svg + "path").Where(path => Is(path, "stroke", curve))];

    private static List<XElement> Bands(XDocument chart) => [.. chart.Descendants(Svg + "path").Where(path => Is(path, "fill", 0) && path.Attribute("fill-opacity") is not null)];

    private static double Length(XDocument chart, int bar) => chart.Descendants(Svg + "rect").Where(shape => Is(shape, "fill", bar)).Sum(shape => Place(shape, "width"));

    private static bool Is(XElement shape, string attribute, int colour) => string.Equals((string?)shape.Attribute(attribute), Palette.Of(colour), StringComparison.OrdinalIgnoreCase);

    private static List<(double X, double Y)> Points(XElement shape)
        => [.. Corner().Matches(shape.Attribute("d")!.Value).Select(corner => (Number(corner.Groups["x"].Value), Number(corner.Groups["y"].Value)))];

    private static double Place(XElement shape, string attribute) => Number(shape.Attribute(attribute)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML](?<x>[-\d.e]+)[ ,](?<y>[-\d.e]+)")]
    private static partial Regex Corner();

    [GeneratedRegex("M")]
    private static partial Regex Moves();
}
