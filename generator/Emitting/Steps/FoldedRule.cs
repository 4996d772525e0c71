using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>A step of known size: each stage's point and the next state are the old state and the block's values with constant weights.</summary>
internal class FoldedRule : StepRule
{
    private readonly EmitContext context;
    private readonly IReadOnlyList<string> mixes;
    private readonly IReadOnlyList<PassLocal> mixLocals;

    /// <param name="context">The class.</param>
    /// <param name="foldsNext">Whether the next state is folded as well, and not only the points of stages.</param>
    public FoldedRule(EmitContext context, bool foldsNext = true)
    {
        this.context = context;
        mixes = context.CoefficientSets.SelectMany(coefficients => coefficients.Mixes(coefficients.Step.Evaluations - (foldsNext ? 0 : 1))).ToList();
        var prefix = context.TakePrefix("mix");

        // With several tensors each has a dtype of its own; a checkpointed step asks for its weights where it is taken.
        mixLocals = context.States.Count > 1 || context.IsCheckpointed
            ? []
            : mixes.Select((mix, i) => new PassLocal(mixes.Count == 1 ? prefix : prefix + Literals.Of(i + 1), For(mix, context.States[0]))).ToList();
    }

    public override IReadOnlyList<PassLocal> PassLocals => mixLocals;

    /// <summary>One weight; several would make a crowd of parameters, of which a step uses few.</summary>
    public override IReadOnlyList<PassLocal> HandedDown => mixLocals.Count == 1 ? mixLocals : [];

    public override IReadOnlyList<PassLocal> HandedDownTo(StepKind kind) => kind == StepKind.Sized ? [] : HandedDown;

    public override bool UsesWeights => mixes.Count > 0;

    public override IEnumerable<string> Formulas(StepCoefficients coefficients, string from, string to)
    {
        for (var stage = 1; stage < coefficients.Step.Evaluations; stage++)
        {
            yield return $"{StateTuple.Of(context.Point(stage))} = {Combination.Formula(coefficients.Terms(stage, from, Value))}";
        }

        yield return $"{to} = {Combination.Formula(coefficients.Terms(coefficients.Step.Evaluations, from, Value))}";

        string Value(int stage) => coefficients.Applied(stage == 0 ? from : StateTuple.Of(context.Point(stage)));
    }

    public override string Combine(StepCoefficients coefficients, int row, string from, int component, IReadOnlyList<PassLocal> atHand)
        => coefficients.Size is { } size
            ? $"{SupportFile.WeightedSum.Name("Of")}({size}.{(row == coefficients.Step.Evaluations ? "Next" : $"Stage({Literals.Of(row)})")}, {string.Join(", ", Enumerable.Range(0, row).Select(stage => context.Value(stage)[component]).Prepend(from))})"
            : Combination.Expression(coefficients.Terms(row, from, stage => context.Value(stage)[component]), term => Mix(term.Coefficient, from, atHand));

    public override string Energy(StepCoefficients coefficients, string state, string value, string next)
        => $"{Squares(coefficients.Field(state, value))}.mean().mul({coefficients.Holder}.Dt)";

    public override void WriteCoefficients(SourceWriter writer, StepCoefficients coefficients)
    {
        WriteRows(writer, coefficients, coefficients.Step.Evaluations);
        if (context.UsesEnergy)
        {
            writer.Line();
            writer.Line("// the weight of a step in the energy of a path");
            writer.Line(Torch.Constant("Dt", coefficients.Step.Dt));
            coefficients.WriteDecay(writer);
        }
    }

    /// <summary>Writes the weights of the points of stages, and as the last row those of the next state.</summary>
    protected void WriteRows(SourceWriter writer, StepCoefficients coefficients, int rows)
    {
        var formulas = Formulas(coefficients, StateTuple.Of(context.States), "next").ToList();
        for (var row = 1; row <= rows; row++)
        {
            if (row > 1)
            {
                writer.Line();
            }

            writer.Line($"// {formulas[row - 1]}");
            WriteRow(writer, coefficients, row);
        }
    }

    /// <summary>A mix needs the weight of its second tensor alone.</summary>
    private static void WriteRow(SourceWriter writer, StepCoefficients coefficients, int row)
    {
        var weights = coefficients.Row(row);
        var used = Enumerable.Range(0, weights.Count).Where(column => weights[column] is not (0 or 1)).ToList();
        if (coefficients.IsMix(row))
        {
            var second = used[used.Count - 1];
            writer.Line($"internal static readonly {SupportFile.Weight.Name()} {coefficients.WeightName(row, second)} = new {SupportFile.Weight.Name()}({Literals.Argument(weights[second])}");
            return;
        }

        used.ForEach(column => writer.Line(Torch.Constant(coefficients.WeightName(row, column), weights[column])));
    }

    private string Mix(string coefficient, string state, IReadOnlyList<PassLocal> atHand)
        => atHand.Count == 0 ? For(coefficient, state) : atHand[mixes.TakeWhile(mix => mix != coefficient).Count()].Name;

    private static string For(string coefficient, string state) => $"{coefficient}.For({state})";
}
