using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting;

/// <summary>Steps of one size and one kind of block: they share their folded coefficients.</summary>
/// <param name="Step">The coefficients.</param>
/// <param name="Coefficients">The nested class that holds them as Scalars.</param>
internal sealed record Variant(FoldedStep Step, string Coefficients)
{
    /// <summary>The variant of every step.</summary>
    public static IReadOnlyList<Variant> OfSteps(Depth depth, string weights)
    {
        var settings = depth.Settings;
        var keys = settings.Dt.Select((dt, step) => (dt, depth.PhaseOf(step).Block.StripSkip)).ToList();
        var distinct = keys.Distinct().ToList();
        var variants = distinct.Select((key, i) => new Variant(
            Folding.Fold(settings.Integrator, settings.Update, key.StripSkip, key.dt),
            distinct.Count == 1 ? weights : weights + (i + 1).ToString(CultureInfo.InvariantCulture))).ToList();
        return keys.Select(key => variants[distinct.IndexOf(key)]).ToList();
    }

    /// <summary>The rows of weights: of each stage's point but the first, then of the next state.</summary>
    public IReadOnlyList<double> Row(int row) => row == Step.Evaluations ? Step.Next : Step.Stage(row);

    /// <summary>The name of a weight in the holder: of h or of the value of a stage, in a stage's point or in the next state.</summary>
    public string WeightName(int row, int column)
    {
        var tensor = column == 0 ? "H" : Step.Evaluations == 1 ? "F" : "F" + column.ToString(CultureInfo.InvariantCulture);
        return row == Step.Evaluations ? tensor : $"Y{(row + 1).ToString(CultureInfo.InvariantCulture)}{tensor}";
    }

    /// <summary>Whether a stage's point, or as the last row the next state, is a mix of two tensors.</summary>
    public bool IsMix(int row) => Combination.IsMix(Row(row));

    /// <summary>The coefficients of all its mixes.</summary>
    public IEnumerable<string> Mixes
        => Enumerable.Range(1, Step.Evaluations).Where(IsMix).Select(row => Terms(row, "", _ => "").Last(term => term.Weight != 0).Coefficient);

    /// <summary>The terms of a stage's point (row 1 and on) or, as the last row, of the next state.</summary>
    public IEnumerable<Term> Terms(int row, string state, Func<int, string> value)
        => Row(row).Select((weight, column) => new Term(column == 0 ? state : value(column - 1), weight, $"{Coefficients}.{WeightName(row, column)}"));
}
