using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>The folded coefficients of a step. Steps of one size, whose blocks are alike in having a skip or not, share them.</summary>
/// <param name="Step">The coefficients.</param>
/// <param name="Holder">The nested class that holds them as Scalars.</param>
/// <param name="BlockLetter">What formulas call the block: F, or B where the block is h + F(h).</param>
/// <param name="Decay">How often h is taken off the block's value to get the field: for the leak, and for the block's own skip.</param>
/// <param name="Size">The variable that holds the coefficients of a step whose size is chosen at run time; null for a step as it is declared.</param>
/// <param name="Updates">The one part of the state that the step moves; null where it moves all.</param>
internal sealed record StepCoefficients(FoldedStep Step, string Holder, string BlockLetter, int Decay, string? Size = null, int? Updates = null)
{
    /// <summary>The step size, as an expression.</summary>
    public string Dt => $"{Size ?? Holder}.Dt";

    /// <summary>The coefficients of every step.</summary>
    public static IReadOnlyList<StepCoefficients> OfSteps(Depth depth, string holder, Func<string, string> letter)
    {
        var settings = depth.Settings;
        var keys = settings.Dt.Select((dt, step) => (dt, depth.PhaseOf(step).Block.StripSkip)).ToList();
        var distinct = keys.Distinct().ToList();
        var sets = distinct.Select((key, i) => new StepCoefficients(
            Folding.Fold(settings.Integrator, settings.Update, key.StripSkip, key.dt),
            distinct.Count == 1 ? holder : holder + (i + 1).ToString(CultureInfo.InvariantCulture),
            letter(key.StripSkip ? "B" : "F"),
            (settings.Update == UpdateRule.Contractive ? 1 : 0) + (key.StripSkip ? 1 : 0))).ToList();
        return keys.Select(key => sets[distinct.IndexOf(key)]).ToList();
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

    /// <summary>The coefficients of the mixes among its first rows.</summary>
    public IEnumerable<string> Mixes(int rows)
        => Enumerable.Range(1, rows).Where(IsMix).Select(row => Terms(row, "", _ => "").Last(term => term.Weight != 0).Coefficient);

    /// <summary>The terms of a stage's point (row 1 and on) or, as the last row, of the next state.</summary>
    public IEnumerable<Term> Terms(int row, string state, Func<int, string> value)
        => Row(row).Select((weight, column) => new Term(column == 0 ? state : value(column - 1), weight, $"{Holder}.{WeightName(row, column)}"));

    /// <summary>The field at a point, from the block's value there.</summary>
    public string Field(string state, string value) => Decay switch
    {
        0 => value,
        1 => $"{value}.sub({state})",
        _ => $"{value}.add({state}, {Holder}.Decay)",
    };

    /// <summary>Writes what takes h off the block's value twice.</summary>
    public void WriteDecay(SourceWriter writer)
    {
        if (Decay == 2)
        {
            writer.Line(Torch.Constant("Decay", -2));
        }
    }

    /// <summary>The block applied to a state, for people.</summary>
    public string Applied(string state) => BlockLetter + (state.StartsWith("(", StringComparison.Ordinal) ? state : $"({state})");
}
