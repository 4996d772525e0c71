using System.Collections.Generic;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes a step for people: a formula for each stage's point, and one for the next state.</summary>
internal static class StepFormulas
{
    public static IEnumerable<string> Of(Scene scene, StepKind kind, string from, string to)
    {
        var variant = kind.Variant;
        if (scene.Depth.LearnedDt is not null)
        {
            yield return $"{to} = {LearnedStep.Formula(scene, variant, from)}";
            yield break;
        }

        for (var stage = 1; stage < variant.Step.Evaluations; stage++)
        {
            yield return $"{Tuple.Of(scene.Point(stage))} = {Combination.Formula(variant.Terms(stage, from, Value))}";
        }

        yield return $"{to} = {Combination.Formula(variant.Terms(variant.Step.Evaluations, from, Value))}";

        string Value(int stage) => Apply(variant, stage == 0 ? from : Tuple.Of(scene.Point(stage)));
    }

    public static string Apply(Variant variant, string state)
        => Documentation.BlockLetter(variant) + (state.StartsWith("(", System.StringComparison.Ordinal) ? state : $"({state})");
}
