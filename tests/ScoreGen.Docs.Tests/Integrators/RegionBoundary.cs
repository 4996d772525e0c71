using System.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>The curve |R(z)| = 1 around a region of stability, from 0 to 0.</summary>
internal static class RegionBoundary
{
    private const int PointsATurn = 120;
    private const double Delta = 1e-6;

    /// <summary>
    /// Follows the root of <c>R(z) = e^iθ</c> with θ. R winds around 0 once for each of its roots in the region, so that many turns of θ close
    /// the curve.
    /// </summary>
    public static IReadOnlyList<Complex> Of(Func<Complex, Complex> r)
    {
        var curve = new List<Complex> { Complex.Zero };
        for (var step = 1; step == 1 || curve[^1].Magnitude > Delta; step++)
        {
            curve.Add(Root(r, Complex.FromPolarCoordinates(1, 2 * Math.PI * step / PointsATurn), curve[^1]));
        }

        return curve;
    }

    /// <summary>Newton's method, from the point before.</summary>
    private static Complex Root(Func<Complex, Complex> r, Complex value, Complex z)
    {
        for (var i = 0; i < 30; i++)
        {
            z -= (r(z) - value) * 2 * Delta / (r(z + Delta) - r(z - Delta));
        }

        return z;
    }
}
