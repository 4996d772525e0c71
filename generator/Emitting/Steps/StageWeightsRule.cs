using System;
using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>
/// A step whose stages are weighed by what is learned: <c>h + dt·Σ b·k</c> with the field <c>k = B(y) - c·y</c> at each stage. The points of the stages are folded.
/// </summary>
internal sealed class StageWeightsRule : FoldedRule
{
    private readonly EmitContext context;
    private readonly StageWeights stages;
    private readonly string share;
    private readonly PassLocal weights;
    private readonly IReadOnlyList<string> fields;

    public StageWeightsRule(EmitContext context, StageWeights stages)
        : base(context, foldsNext: false)
    {
        this.context = context;
        this.stages = stages;
        share = context.Take(stages.Mix is null ? "b" : "share");
        fields = context.States.Select(state => context.TakePrefix(context.States.Count == 1 ? "k" : "k" + state.TrimStart('@'))).ToList();
        weights = new PassLocal(share, $"{context.Model.Names.StageWeights}({context.States[0]})");
    }

    public override string Remark => stages.Mix is { } mix ? $", its stages mixed by {mix.Name}" : ", the weights of its stages learned from there on";

    public override IEnumerable<string> Promises => ["HasLearnedStages = true"];

    public override bool IsBounded => false;

    /// <summary>A checkpointed step computes the weights again, or no gradient would reach the parameter.</summary>
    public override IReadOnlyList<PassLocal> PassLocals => [.. base.PassLocals, .. IsOfPass ? [weights] : Array.Empty<PassLocal>()];

    public override IReadOnlyList<PassLocal> HandedDown => [.. base.HandedDown, .. IsOfPass ? [weights] : Array.Empty<PassLocal>()];

    public override IReadOnlyList<PassLocal> HandedDownTo(StepKind kind) => kind == StepKind.Sized && IsOfPass ? [weights] : base.HandedDownTo(kind);

    private bool IsOfPass => stages.Mix is null && !context.IsCheckpointed;

    public override IEnumerable<string> Formulas(StepCoefficients coefficients, string from, string to)
    {
        var (g, k, y) = (context.Letter("g"), context.Letter("k"), context.Letter("y"));
        var terms = stages.Mix is null
            ? Enumerable.Range(1, coefficients.Step.Evaluations).Select(stage => $"{share}{Literals.Of(stage)}·{k}{Literals.Of(stage)}")
            : [$"{g}·{k}1", $"(1 - {g})·{k}2"];
        var dt = coefficients.Step.Dt == 1 ? "" : Literals.Short(coefficients.Step.Dt) + "·";
        return base.Formulas(coefficients, from, to).Take(coefficients.Step.Evaluations - 1).Append($"{to} = {from} + {dt}({string.Join(" + ", terms)}), where {k} = {FieldText(coefficients, y)}");
    }

    public override void Open(SourceWriter writer, StepCoefficients coefficients, string step, string state, IReadOnlyList<PassLocal> atHand)
    {
        if (stages.Mix is null && !IsOfPass)
        {
            writer.Line($"var {share} = {context.Model.Names.StageWeights}({state});");
        }
    }

    public override void Close(SourceWriter writer, StepCoefficients coefficients, StepPosition position, IReadOnlyList<string> from, string? guard)
    {
        for (var stage = 0; stage < coefficients.Step.Evaluations && coefficients.Decay > 0; stage++)
        {
            var point = stage == 0 ? from : context.Point(stage);
            for (var i = coefficients.Updates ?? 0; i <= (coefficients.Updates ?? (point.Count - 1)); i++)
            {
                writer.Line($"var {FieldAt(coefficients, stage)[i]} = {coefficients.Field(point[i], context.Value(stage)[i])};");
            }
        }

        if (stages.Mix is { } mix)
        {
            writer.Line($"var {share} = {SteeringCall.Of(context, mix, FieldAt(coefficients, 0), FieldAt(coefficients, 1), position.TimeOf(0), position.Step)};");
            Broadcasting.WriteGuard(context, writer, mix, [share], from, guard);
        }
    }

    public override string Combine(StepCoefficients coefficients, int row, string from, int component, IReadOnlyList<PassLocal> atHand)
    {
        if (row < coefficients.Step.Evaluations)
        {
            return base.Combine(coefficients, row, from, component, atHand.Where(local => local != weights).ToList());
        }

        var field = Enumerable.Range(0, row).Select(stage => FieldAt(coefficients, stage)[component]).ToList();
        var sum = stages.Mix is null
            ? string.Concat(field.Select((k, stage) => (stage == 0 ? $"{k}.mul({Weight(stage)})" : $".add_({k}.mul({Weight(stage)}))")))
            : $"{field[1]}.lerp({field[0]}, {share})";
        return $"{from}.add({sum}, {coefficients.Dt})";
    }

    public override void WriteCoefficients(SourceWriter writer, StepCoefficients coefficients)
    {
        WriteRows(writer, coefficients, coefficients.Step.Evaluations - 1);
        if (coefficients.Step.Evaluations > 1)
        {
            writer.Line();
        }

        writer.Line($"// {Formulas(coefficients, StateTuple.Of(context.States), "next").Last()}");
        writer.Line(Torch.Constant("Dt", coefficients.Step.Dt));
        coefficients.WriteDecay(writer);
    }

    public override IEnumerable<Action> Members(SourceWriter writer) => stages.Mix is null ? [() => WriteWeights(writer)] : [];

    private void WriteWeights(SourceWriter writer)
    {
        var state = context.Local("state");
        var tableau = string.Join(", ", context.Tableau.B.Select(Literals.Of));
        Documentation.Summary(writer, $"The weights of the stages, <c>b + p</c>: at p = 0 they are those of {context.Settings.Integrator}.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {Torch.Tensor} {context.Model.Names.StageWeights}({Torch.Tensor} {state})"))
        {
            writer.Line($"return {SupportFile.Steering.Name("StageWeights")}({stages.Field}, new double[] {{ {tableau} }}, {state}, {Literals.Of($"{context.Model.DisplayName}.{stages.Name}")});");
        }
    }

    private string Weight(int stage) => $"{share}.select(0, {Literals.Of(stage)})";

    private IReadOnlyList<string> FieldAt(StepCoefficients coefficients, int stage)
        => coefficients.Decay == 0 ? context.Value(stage) : fields.Select(field => field + Literals.Of(stage + 1)).ToList();

    private static string FieldText(StepCoefficients coefficients, string point) => coefficients.Decay switch
    {
        0 => coefficients.Applied(point),
        1 => $"{coefficients.Applied(point)} - {point}",
        _ => $"{coefficients.Applied(point)} - 2·{point}",
    };
}
