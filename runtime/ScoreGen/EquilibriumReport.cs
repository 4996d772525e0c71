using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScoreGen;

/// <summary>How a solver fared, in plain numbers.</summary>
public sealed class EquilibriumReport
{
    /// <summary>Takes the residual of every evaluation, in order, and the tolerance.</summary>
    /// <exception cref="ArgumentException">There is no evaluation.</exception>
    public EquilibriumReport(IReadOnlyList<double> residuals, double tolerance)
    {
        if (residuals is null || residuals.Count == 0)
        {
            throw new ArgumentException("A solver evaluates the block at least once.", nameof(residuals));
        }

        Residuals = Array.AsReadOnly(residuals.ToArray());
        Tolerance = tolerance;
    }

    /// <summary>
    /// <c>‖G(h) - h‖ / ‖G(h)‖</c> over the whole state at each evaluation: 0 where G(h) is h, infinite where G(h) is 0 and h is not, NaN where one of the norms is
    /// not finite.
    /// </summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>What the residual was to reach.</summary>
    public double Tolerance { get; }

    /// <summary>How often the block was evaluated.</summary>
    public int Evaluations => Residuals.Count;

    /// <summary>The lowest residual, which is that of the state that was returned; NaN where none is a number.</summary>
    public double Residual => Residuals.Where(residual => !double.IsNaN(residual)).DefaultIfEmpty(double.NaN).Min();

    /// <summary>Whether a residual reached the tolerance.</summary>
    public bool Converged => Residual <= Tolerance;

    /// <summary>The first evaluation, from 0, that met something that is not finite; null where none did.</summary>
    public int? FirstNonFiniteEvaluation
    {
        get
        {
            var index = Residuals.ToList().FindIndex(double.IsNaN);
            return index < 0 ? null : index;
        }
    }

    /// <summary>The report in one line, for people.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} after {1} evaluation{2}: the lowest residual is {3:0.##e+0}, the tolerance {4:0.##e+0}{5}",
        Converged ? "converged" : "not converged",
        Evaluations,
        Evaluations == 1 ? "" : "s",
        Residual,
        Tolerance,
        FirstNonFiniteEvaluation is { } index ? string.Format(CultureInfo.InvariantCulture, "; evaluation {0} met numbers that are not finite", index + 1) : "");
}
