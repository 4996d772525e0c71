using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>Depth</c>: the plan, with the very coefficients that the pass uses.</summary>
internal static class PlanWriter
{
    private const string Plan = "global::ScoreGen.ScorePlan";
    private const string Folded = "global::ScoreGen.FoldedStep";

    public static void Write(Scene scene, SourceWriter writer)
    {
        var isUniform = scene.Variants.Count() == 1;
        Documentation.Summary(writer, $"The depth of this module: {Documentation.Depth(scene)}.");
        writer.Line(FileFrame.GeneratedCode);
        writer.Line($"public static {Modifier.New(scene.Model, EmittedNames.Depth)}{Plan} {EmittedNames.Depth} {{ get; }} = new {Plan}(");
        using (writer.Indent())
        {
            var arguments = Arguments(scene, isUniform).ToList();
            for (var i = 0; i < arguments.Count - 1; i++)
            {
                writer.Line(arguments[i] + ",");
            }

            writer.Line(arguments[arguments.Count - 1] + ")" + Promises(scene) + ";");
        }
    }

    private static IEnumerable<string> Arguments(Scene scene, bool isUniform)
    {
        if (isUniform)
        {
            yield return Literals.Of(scene.Settings.Steps);
        }

        yield return $"global::ScoreGen.Integrator.{scene.Settings.Integrator}";
        yield return $"global::ScoreGen.UpdateRule.{scene.Settings.Update}";
        for (var step = 0; step < (isUniform ? 1 : scene.Settings.Steps); step++)
        {
            yield return Step(scene.VariantOf(step));
        }
    }

    private static string Step(Variant variant)
    {
        var rows = Enumerable.Range(1, variant.Step.Evaluations)
            .Select(row => $"new double[] {{ {string.Join(", ", variant.Row(row).Select(Literals.Of))} }}");
        return $"new {Folded}({Literals.Of(variant.Step.Dt)}, {Literals.Of(variant.Step.StripSkip)}, {string.Join(", ", rows)})";
    }

    /// <summary>What a plan says beside its steps, where that is not the default.</summary>
    private static string Promises(Scene scene)
    {
        var settings = scene.Settings;
        var promises = new List<string>();
        if (settings.Backprop != Backprop.Full)
        {
            promises.Add($"Backprop = global::ScoreGen.Backprop.{settings.Backprop}");
        }

        if (settings.GradientSteps != settings.Steps)
        {
            promises.Add($"GradientSteps = {settings.GradientSteps}");
        }

        if (settings.Tolerance > 0)
        {
            promises.Add($"Tolerance = {Literals.Of(settings.Tolerance)}");
        }

        if (scene.Depth.LearnedDt is not null)
        {
            promises.Add("HasLearnedDt = true");
        }

        return promises.Count == 0 ? "" : $" {{ {string.Join(", ", promises)} }}";
    }
}
