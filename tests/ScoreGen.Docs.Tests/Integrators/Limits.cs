using System.Globalization;
using System.Numerics;
using ScoreGen.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>Up to where a step is stable or convex, as text: a number rounded down to three digits, "none" or "any".</summary>
internal static class Limits
{
    private const double Largest = 64;

    /// <summary>Rounding only: along the imaginary axis |R| leaves 1 as slowly as z⁴/8.</summary>
    private const double Rounding = 1e-14;

    /// <summary>The largest dt that is stable for every F with a Lipschitz constant, as plan and diagnostics have it.</summary>
    public static string StableDt(Integrator integrator, UpdateRule update, double lipschitz)
        => Text(Stability.MaxStableDt(integrator, update, stripSkip: false, lipschitz));

    /// <summary>The largest dt up to which no stage has a negative weight.</summary>
    public static string ConvexDt(Integrator integrator)
        => Text(LargestUpTo(dt => Stability.IsConvex(Folding.Fold(integrator, UpdateRule.Contractive, stripSkip: false, dt))));

    /// <summary>How far the region of stability reaches from 0 in a direction of the plane of <c>z = dt·λ</c>.</summary>
    public static string Reach(Integrator integrator, Complex direction)
        => Text(LargestUpTo(length => Growth.R(integrator, length * direction).Magnitude <= 1 + Rounding));

    public static string Text(double limit) => limit switch
    {
        0 => "none",
        double.PositiveInfinity => "any",
        _ => limit.ToString("0.###", CultureInfo.InvariantCulture),
    };

    private static double LargestUpTo(Func<double, bool> holds)
    {
        var thousandths = 0;
        while (thousandths < 1000 * Largest && holds((thousandths + 1) / 1000.0))
        {
            thousandths++;
        }

        return thousandths < 1000 * Largest ? thousandths / 1000.0 : double.PositiveInfinity;
    }
}
