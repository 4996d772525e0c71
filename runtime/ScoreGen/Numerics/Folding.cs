using System;

namespace ScoreGen.Numerics;

/// <summary>
/// Folds a step into constants. With B the block as it is written the field is <c>k = B(y) - c·y</c>, where c counts the leak of the
/// contractive rule and the skip that StripSkip takes off: so every <c>y</c> is affine in h and the B-values, and k is never formed.
/// </summary>
internal static class Folding
{
    /// <summary>Below this a weight is rounding left over from a term that cancels.</summary>
    private const double Negligible = 1e-15;

    public static FoldedStep Fold(Integrator integrator, UpdateRule update, bool stripSkip, double dt)
    {
        var rows = integrator == Integrator.ExponentialEuler
            ? [ExponentialRow(update, stripSkip, dt)]
            : RungeKuttaRows(Tableau.Of(integrator), Decay(update, stripSkip), dt);
        return new FoldedStep(dt, stripSkip, rows);
    }

    private static int Decay(UpdateRule update, bool stripSkip)
        => (update == UpdateRule.Contractive ? 1 : 0) + (stripSkip ? 1 : 0);

    private static double[][] RungeKuttaRows(Tableau tableau, int decay, double dt)
    {
        var points = new double[tableau.Stages + 1][];
        points[0] = [1];
        for (var i = 1; i < tableau.Stages; i++)
        {
            points[i] = Combine(points, tableau.A[i], decay, dt);
        }

        points[tableau.Stages] = Combine(points, tableau.B, decay, dt);

        var rows = new double[tableau.Stages][];
        Array.Copy(points, 1, rows, 0, rows.Length);
        return rows;
    }

    /// <summary><c>h + dt·Σ weights[j]·(f[j] - decay·y[j])</c>, as weights of (h, f[0], f[1], …).</summary>
    private static double[] Combine(double[][] points, double[] weights, int decay, double dt)
    {
        var row = new double[weights.Length + 1];
        row[0] = 1;
        for (var j = 0; j < weights.Length; j++)
        {
            row[j + 1] += dt * weights[j];
            for (var m = 0; m < points[j].Length; m++)
            {
                row[m] -= decay * dt * weights[j] * points[j][m];
            }
        }

        for (var m = 0; m < row.Length; m++)
        {
            row[m] = Snap(row[m]);
        }

        return row;
    }

    /// <summary><c>e^-dt·h + (1 - e^-dt)·F</c>, with <c>F = B - h</c> where the block's skip is taken off.</summary>
    private static double[] ExponentialRow(UpdateRule update, bool stripSkip, double dt)
    {
        if (update != UpdateRule.Contractive)
        {
            throw new ArgumentException("ExponentialEuler integrates the leak of the contractive rule; the residual rule has none.", nameof(update));
        }

        var mix = OneMinusExp(dt);
        return [Snap(stripSkip ? 1 - (2 * mix) : 1 - mix), Snap(mix)];
    }

    /// <summary><c>1 - e^-x</c> without cancellation for small x (W. Kahan's quotient).</summary>
    private static double OneMinusExp(double x)
    {
        var u = Math.Exp(-x);
        if (u == 1)
        {
            return x;
        }

        return u < 0.5 ? 1 - u : (1 - u) * x / -Math.Log(u);
    }

    private static double Snap(double weight) => Math.Abs(weight) < Negligible ? 0 : weight;
}
