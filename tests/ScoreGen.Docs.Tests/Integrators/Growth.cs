using System.Numerics;
using ScoreGen.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>What a step makes of a linear F, <c>F(y) = λ·y</c>: it multiplies the state by a number.</summary>
internal static class Growth
{
    /// <summary>The factor of a folded step for an eigenvalue of F.</summary>
    public static Complex Of(FoldedStep step, Complex eigenvalue)
    {
        var points = new List<Complex> { 1 };
        foreach (var row in FieldForm.Of(step))
        {
            points.Add(row.Skip(1).Zip(points, (weight, point) => weight * eigenvalue * point).Aggregate((Complex)row[0], (sum, term) => sum + term));
        }

        return points[^1];
    }

    /// <summary>R(z), the method's stability function at <c>z = dt·(λ - 1)</c>. For ExponentialEuler it depends on dt as well.</summary>
    public static Complex R(Integrator integrator, Complex z, double dt = 1)
        => Of(Folding.Fold(integrator, UpdateRule.Contractive, stripSkip: false, dt), 1 + (z / dt));

    /// <summary>The order p: the error of a step, <c>R(z) - e^z</c>, shrinks like dt to the power p + 1.</summary>
    /// <remarks>For a linear F; the tests of the tableaus show that a general F has no lower one.</remarks>
    public static int Order(Integrator integrator)
    {
        const double eigenvalue = 0.5, dt = 1.0 / 64;
        double Error(double size) => (R(integrator, size * (eigenvalue - 1), size) - Math.Exp(size * (eigenvalue - 1))).Magnitude;
        return (int)Math.Round(Math.Log2(Error(dt) / Error(dt / 2))) - 1;
    }
}
