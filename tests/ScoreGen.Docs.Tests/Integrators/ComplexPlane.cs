using System.Globalization;
using System.Numerics;
using Samples.Charts;
using ScoreGen.Docs.Tests.Drawing;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>The part of the plane of z that the plot shows: its grid, its axes, and where a z lies.</summary>
internal static class ComplexPlane
{
    public const int Width = 720;
    public const int Height = 576;

    private const double Unit = 72;
    private const double ZeroX = 616;
    private const double ZeroY = 290;
    private const double Left = -5;
    private const double Right = 1;
    private const double Top = 3;

    public static (double X, double Y) Place(Complex z) => (ZeroX + (Unit * z.Real), ZeroY - (Unit * z.Imaginary));

    public static void Draw(SvgWriter svg)
    {
        for (var re = Left; re <= Right; re++)
        {
            Rule(svg, new(re, -Top), new(re, Top), re);
            Label(svg, new(re, -Top), re, 0, 20, "middle");
        }

        for (var im = -Top; im <= Top; im++)
        {
            Rule(svg, new(Left, im), new(Right, im), im);
            Label(svg, new(Left, im), im, -10, 4, "end");
        }

        var (x, y) = Place(new((Left + Right) / 2, -Top));
        svg.Text(x, y + 46, "z = dt·(λ - 1), real part; the imaginary part upwards", "middle");
    }

    private static void Rule(SvgWriter svg, Complex from, Complex to, double value)
    {
        var (x1, y1) = Place(from);
        var (x2, y2) = Place(to);
        svg.Rule(x1, y1, x2, y2, value == 0 ? Palette.Muted : Palette.Grid);
    }

    private static void Label(SvgWriter svg, Complex at, double value, double right, double down, string anchor)
    {
        var (x, y) = Place(at);
        svg.Text(x + right, y + down, value.ToString(CultureInfo.InvariantCulture), anchor, Palette.Muted);
    }
}
