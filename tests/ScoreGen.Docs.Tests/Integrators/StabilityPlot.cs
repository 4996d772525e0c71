using System.Globalization;
using System.Numerics;
using Samples.Charts;
using ScoreGen.Docs.Tests.Drawing;
using ScoreGen.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>Draws the regions of stability in the plane of z = dt·(λ - 1), on paper of its own, so that it is legible on any page.</summary>
internal static class StabilityPlot
{
    private const string Title = "Regions of stability of the eight integrators";
    private const double SmallDt = 0.25;
    private const double ExponentialDt = 2;
    private const double KeyLeft = 24;
    private const double KeyTop = 78;
    private const double KeyRow = 26;

    private static readonly double LargestDt = Stability.MaxStableDt(Integrator.Rk4, UpdateRule.Contractive, stripSkip: false, lipschitz: 1);

    private static readonly Curve[] Curves =
    [
        new("Euler", Integrator.Euler, 1, Palette.Of(0), ""),
        new("Midpoint, Heun, Ralston", Integrator.Heun, 1, Palette.Of(1), ""),
        new("Ssprk3", Integrator.Ssprk3, 1, Palette.Of(2), ""),
        new("Rk4, ThreeEighths", Integrator.Rk4, 1, Palette.Of(6), ""),
        new("ExponentialEuler, dt = 2", Integrator.ExponentialEuler, ExponentialDt, Palette.Of(0), " stroke-dasharray=\"7 6\""),
    ];

    public static string Write()
    {
        var svg = new SvgWriter(ComplexPlane.Width, ComplexPlane.Height, Title);
        svg.Text(KeyLeft, 36, Title, extra: " font-size=\"18\" font-weight=\"600\"");
        ComplexPlane.Draw(svg);
        svg.Area(Disc(SmallDt), Palette.Muted);
        svg.Curve(Disc(LargestDt), Palette.Muted, Dots);
        foreach (var curve in Curves)
        {
            svg.Curve(RegionBoundary.Of(z => Growth.R(curve.Method, z, curve.Dt)).Select(ComplexPlane.Place), curve.Colour, curve.Dash);
        }

        DrawKey(svg);
        return svg.ToString();
    }

    private const string Dots = " stroke-dasharray=\"0.1 5\"";

    private static void DrawKey(SvgWriter svg)
    {
        var top = KeyTop;
        Heading("|R(z)| = 1");
        foreach (var curve in Curves)
        {
            Line(curve.Name, curve.Colour, curve.Dash);
        }

        top += KeyRow / 2;
        Heading("Where L = 1 puts z");
        Line(string.Create(CultureInfo.InvariantCulture, $"dt = {LargestDt}, Rk4's largest"), Palette.Muted, Dots);
        svg.Area([(KeyLeft, top - 11), (KeyLeft + 28, top - 11), (KeyLeft + 28, top + 3), (KeyLeft, top + 3)], Palette.Muted);
        svg.Text(KeyLeft + 38, top, string.Create(CultureInfo.InvariantCulture, $"dt = {SmallDt}"));

        void Heading(string text)
        {
            svg.Text(KeyLeft, top, text, colour: Palette.Muted);
            top += KeyRow;
        }

        void Line(string text, string colour, string dash)
        {
            svg.Curve([(KeyLeft, top - 4), (KeyLeft + 28, top - 4)], colour, dash);
            svg.Text(KeyLeft + 38, top, text);
            top += KeyRow;
        }
    }

    /// <summary>The outline of <c>|λ| ≤ 1</c>, as z.</summary>
    private static IEnumerable<(double X, double Y)> Disc(double dt)
        => Enumerable.Range(0, 121).Select(i => ComplexPlane.Place(dt * (Complex.FromPolarCoordinates(1, Math.PI * i / 60) - 1)));

    private sealed record Curve(string Name, Integrator Method, double Dt, string Colour, string Dash);
}
