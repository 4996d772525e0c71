using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>
/// Writes one step: the evaluations of the block, each in a scope of its own, and the next state as a new tensor.
/// <code>
/// using (torch.NewDisposeScope())
/// {
///     var f = Block(h);
///     h1 = h.lerp(f, mix).MoveToOuterDisposeScope();
/// }
/// </code>
/// </summary>
/// <param name="scene">The class.</param>
/// <param name="writer">Where to write.</param>
/// <param name="kind">The way in which the step is written.</param>
/// <param name="mixes">The weights that are at hand as tensors, by their coefficients; the others are asked for where they are used.</param>
internal sealed class StepWriter(Scene scene, SourceWriter writer, StepKind kind, IReadOnlyDictionary<string, string>? mixes = null)
{
    private readonly BlockCall block = new(scene, kind);
    private readonly Variant variant = kind.Variant;

    /// <param name="from">The old state.</param>
    /// <param name="to">The variables that take the next one.</param>
    /// <param name="clock">What the block is told of the step.</param>
    /// <param name="guard">The condition under which the first value is checked; "true" for always, null for never.</param>
    /// <param name="energy">The variable that takes the energy of the step; null where nobody asks.</param>
    public void Write(IReadOnlyList<string> from, IReadOnlyList<string> to, Clock clock, string? guard, string? energy = null)
    {
        using (writer.Braces($"using ({Torch.NewScope})"))
        {
            if (scene.Depth.LearnedDt is not null)
            {
                writer.Line($"var {scene.StepSize} = {scene.Model.Names.StepSize}({variant.Coefficients}.Offset, {clock.Step}, {from[0]});");
                if (scene.Mix != scene.StepSize)
                {
                    writer.Line($"var {scene.Mix} = {scene.StepSize}.neg().expm1().neg();");
                }
            }

            for (var stage = 0; stage < variant.Step.Evaluations; stage++)
            {
                WriteStage(stage, from, clock);
                if (stage == 0 && guard is not null)
                {
                    WriteGuard(from, guard);
                }
            }

            for (var i = 0; i < to.Count; i++)
            {
                writer.Line($"{to[i]} = {Next(from[i], i)}{Torch.Keep};");
            }

            if (energy is not null)
            {
                writer.Line($"{energy} = {new EnergyFormula(scene, variant).Of(from)}{Torch.Keep};");
            }
        }
    }

    private string Next(string from, int component)
        => scene.Depth.LearnedDt is null
            ? Combination.Expression(variant.Terms(variant.Step.Evaluations, from, stage => scene.Value(stage)[component]), term => MixedBy(term, from))
            : LearnedStep.Expression(scene, variant, from, scene.Value(0)[component]);

    private string Point(int stage, string from, int component)
        => Combination.Expression(variant.Terms(stage, from, earlier => scene.Value(earlier)[component]), term => MixedBy(term, from));

    private void WriteStage(int stage, IReadOnlyList<string> from, Clock clock)
    {
        var point = from;
        if (stage > 0)
        {
            point = scene.Point(stage);
            for (var i = 0; i < point.Count; i++)
            {
                writer.Line($"var {point[i]} = {Point(stage, from[i], i)};");
            }
        }

        writer.Line($"{Tuple.Declaration(scene.Value(stage))} = {Call(stage, point, clock)};");
    }

    private string MixedBy(Term term, string state)
        => mixes is not null && mixes.TryGetValue(term.Coefficient, out var mix) ? mix : $"{term.Coefficient}.For({state})";

    private string Call(int stage, IReadOnlyList<string> point, Clock clock)
    {
        var time = clock.TimeOf(scene.Tableau.C[stage] * variant.Step.Dt);
        var index = clock.IndexIn(scene.Depth.CycleSteps, scene.Depth.StartOf(kind.Phase), scene.Settings.Cycles > 1);
        if (variant.Step.Evaluations == 1)
        {
            return block.Direct(point, time, clock.Step, Literals.Of(stage), index);
        }

        var extras = block.EvaluateExtras(time, clock.Step, Literals.Of(stage), index).Select(extra => extra.Name);
        return $"{block.EvaluateName}({string.Join(", ", point.Concat(scene.Contexts.Select(context => context.Name)).Concat(extras))})";
    }

    private void WriteGuard(IReadOnlyList<string> from, string condition)
    {
        using (condition == "true" ? default(System.IDisposable) : writer.Braces($"if ({condition})"))
        {
            for (var i = 0; i < from.Count; i++)
            {
                writer.Line($"{SupportFile.Depth.Name("RequireSameState")}({scene.Value(0)[i]}, {from[i]}, {Literals.Of($"{scene.Model.DisplayName}.{kind.Phase.Block.Name}")});");
            }
        }

        if (condition != "true")
        {
            writer.Line();
        }
    }
}
