using System;
using System.Collections.Generic;

namespace ScoreGen;

/// <summary>
/// One step, folded into constants. With <c>f[j] = B(y[j])</c>, the values of the block as it is written, every stage point and
/// the next state is an affine combination of the old state h and the values so far.
/// </summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
sealed class FoldedStep
{
    /// <summary>Takes the coefficients as they were emitted.</summary>
    /// <param name="dt">The step size.</param>
    /// <param name="stripSkip">Whether the block is h + g(h) and F is g.</param>
    /// <param name="rows">
    /// The weights of (h, f[0], …, f[i]) in the point of stage i + 1, one row for each stage but the first, which is
    /// evaluated at h; then, as the last row, the weights of (h, f[0], …) in the next state.
    /// </param>
    /// <exception cref="ArgumentException">The rows are not a triangle.</exception>
    public FoldedStep(double dt, bool stripSkip, params double[][] rows)
    {
        if (rows is null || rows.Length == 0)
        {
            throw new ArgumentException("A folded step needs a row of weights for each evaluation of the block.", nameof(rows));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null || rows[i].Length != i + 2)
            {
                throw new ArgumentException($"Row {i} of a folded step needs {i + 2} weights: one for h and one for each value so far.", nameof(rows));
            }
        }

        Dt = dt;
        StripSkip = stripSkip;
        this.rows = rows;
    }

    private readonly double[][] rows;

    /// <summary>The step size.</summary>
    public double Dt { get; }

    /// <summary>Whether the block's own skip is taken off: it returns h + g(h), and F is g.</summary>
    public bool StripSkip { get; }

    /// <summary>How often the step evaluates the block.</summary>
    public int Evaluations => rows.Length;

    /// <summary>The weights of (h, f[0], …, f[stage - 1]) in the point at which a stage evaluates the block.</summary>
    /// <param name="stage">The stage, from 0; stage 0 is evaluated at h itself.</param>
    public IReadOnlyList<double> Stage(int stage) => stage == 0 ? [1.0] : rows[stage - 1];

    /// <summary>The weights of (h, f[0], f[1], …) in the next state.</summary>
    public IReadOnlyList<double> Next => rows[rows.Length - 1];
}
