using System;

namespace ScoreGen.Numerics;

/// <summary>The two numbers that judge a step, both computed from its folded coefficients.</summary>
internal static class Stability
{
    /// <summary>What an amplification or a bound may exceed 1 by: rounding only.</summary>
    public const double Tolerance = 1e-9;

    private const int Samples = 256;
    private const double LargestDt = 64;
    private const double Coarse = 1.0 / 64;

    /// <summary>
    /// The largest growth of a linear F: <c>max |R(dt·(λ - 1))|</c> over <c>|λ| ≤ lipschitz</c> (under the residual rule
    /// <c>|R(dt·λ)|</c>), R being the method's stability polynomial. At most 1 means stable for every F whose Jacobian's
    /// eigenvalues lie in that disc.
    /// </summary>
    public static double Amplification(FoldedStep step, double lipschitz)
        => LargestModulus(GrowthPolynomial(FieldForm.Of(step)), lipschitz);

    /// <summary>
    /// The worst case for any F with that Lipschitz constant: <c>Lip(y) ≤ |a| + Σ |b[j]|·L·Lip(y[j])</c> for each stage, and so
    /// for the step.
    /// </summary>
    public static double ContractionBound(FoldedStep step, double lipschitz)
    {
        var rows = FieldForm.Of(step);
        var bounds = new double[rows.Length + 1];
        bounds[0] = 1;
        for (var i = 0; i < rows.Length; i++)
        {
            bounds[i + 1] = Math.Abs(rows[i][0]);
            for (var j = 1; j < rows[i].Length; j++)
            {
                bounds[i + 1] += Math.Abs(rows[i][j]) * lipschitz * bounds[j - 1];
            }
        }

        return bounds[rows.Length];
    }

    /// <summary>The share of the state that a step keeps where F is 0.</summary>
    public static double Retention(FoldedStep step)
    {
        var rows = FieldForm.Of(step);
        return rows[rows.Length - 1][0];
    }

    /// <summary>True where neither the next state nor a stage puts a negative weight on h or on a value of F.</summary>
    public static bool IsConvex(FoldedStep step)
        => Array.TrueForAll(FieldForm.Of(step), row => Array.TrueForAll(row, weight => weight >= 0));

    /// <summary>
    /// The largest dt up to which the amplification is at most 1, rounded down to three digits; 0 where there is none,
    /// infinity where every dt is stable.
    /// </summary>
    public static double MaxStableDt(Integrator integrator, UpdateRule update, bool stripSkip, double lipschitz)
    {
        bool IsStable(double dt)
            => Amplification(Folding.Fold(integrator, update, stripSkip, dt), lipschitz) <= 1 + Tolerance;

        var stable = 0.0;
        var unstable = Coarse;
        while (IsStable(unstable))
        {
            if (unstable >= LargestDt)
            {
                return double.PositiveInfinity;
            }

            stable = unstable;
            unstable += unstable < 4 ? Coarse : 1;
        }

        for (var i = 0; i < 50; i++)
        {
            var middle = (stable + unstable) / 2;
            if (IsStable(middle))
            {
                stable = middle;
            }
            else
            {
                unstable = middle;
            }
        }

        return Math.Floor(stable * 1000) / 1000;
    }

    /// <summary>The coefficients of the step's growth factor as a polynomial in λ, for <c>F(y) = λ·y</c>.</summary>
    private static double[] GrowthPolynomial(double[][] rows)
    {
        var growth = new double[rows.Length + 1][];
        growth[0] = Power(0, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            growth[i + 1] = new double[rows.Length + 1];
            growth[i + 1][0] = rows[i][0];
            for (var j = 1; j < rows[i].Length; j++)
            {
                for (var n = 1; n <= rows.Length; n++)
                {
                    growth[i + 1][n] += rows[i][j] * growth[j - 1][n - 1];
                }
            }
        }

        return growth[rows.Length];
    }

    private static double[] Power(int exponent, int degree)
    {
        var polynomial = new double[degree + 1];
        polynomial[exponent] = 1;
        return polynomial;
    }

    /// <summary>
    /// The largest modulus over the disc: it lies on the circle (maximum principle) and, the coefficients being real, on its upper half.
    /// </summary>
    private static double LargestModulus(double[] polynomial, double radius)
    {
        var (best, largest) = (0, Modulus(polynomial, radius, Angle(0)));
        for (var i = 1; i <= Samples; i++)
        {
            var modulus = Modulus(polynomial, radius, Angle(i));
            if (modulus > largest)
            {
                (best, largest) = (i, modulus);
            }
        }

        var from = Angle(Math.Max(0, best - 1));
        var to = Angle(Math.Min(Samples, best + 1));
        for (var i = 0; i < 60; i++)
        {
            var third = (to - from) / 3;
            if (Modulus(polynomial, radius, from + third) < Modulus(polynomial, radius, to - third))
            {
                from += third;
            }
            else
            {
                to -= third;
            }
        }

        return Math.Max(Modulus(polynomial, radius, (from + to) / 2), largest);
    }

    private static double Angle(int sample) => Math.PI * sample / Samples;

    private static double Modulus(double[] polynomial, double radius, double angle)
    {
        double re = 0, im = 0;
        double x = radius * Math.Cos(angle), y = radius * Math.Sin(angle);
        for (var n = polynomial.Length - 1; n >= 0; n--)
        {
            (re, im) = ((re * x) - (im * y) + polynomial[n], (re * y) + (im * x));
        }

        return Math.Sqrt((re * re) + (im * im));
    }
}
