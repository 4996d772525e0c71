using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ScoreGen;

/// <summary>What happened to the state over depth, in plain numbers: one entry for each step.</summary>
public sealed class ScoreTrace
{
    private readonly ScoreTraceStep[] steps;

    /// <summary>Takes the measured steps, in order.</summary>
    /// <param name="initialNorm">The norm of h[0].</param>
    /// <param name="steps">One entry for each step.</param>
    public ScoreTrace(double initialNorm, params ScoreTraceStep[] steps)
    {
        InitialNorm = initialNorm;
        this.steps = steps ?? throw new ArgumentNullException(nameof(steps));
    }

    /// <summary>The Euclidean norm of h[0] over all its elements.</summary>
    public double InitialNorm { get; }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<ScoreTraceStep> Steps => Array.AsReadOnly(steps);

    /// <summary>The first step, from 0, whose state is not finite; null where all are.</summary>
    public int? FirstNonFiniteStep
    {
        get
        {
            var index = Array.FindIndex(steps, step => double.IsNaN(step.StateNorm) || double.IsInfinity(step.StateNorm));
            return index < 0 ? null : index;
        }
    }

    /// <summary>A small table, for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("step         norm       update     relative\n");
        text.AppendFormat(CultureInfo.InvariantCulture, "{0,4} {1,12:0.0000}\n", "", InitialNorm);
        for (var i = 0; i < steps.Length; i++)
        {
            text.AppendFormat(
                CultureInfo.InvariantCulture,
                "{0,4} {1,12:0.0000} {2,12:0.0000} {3,12:0.000000}\n",
                i,
                steps[i].StateNorm,
                steps[i].UpdateNorm,
                steps[i].RelativeChange);
        }

        return text.ToString();
    }
}
