using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Depth</c>: the plan, with the very coefficients that the pass uses.</summary>
internal static class PlanWriter
{
    private const string Plan = "global::ScoreGen.ScorePlan";
    private const string Folded = "global::ScoreGen.FoldedStep";

    public static void Write(EmitContext context, SourceWriter writer)
    {
        var isUniform = context.CoefficientSets.Count() == 1;
        Documentation.Summary(writer, $"The depth of this module: {Documentation.Depth(context)}.");
        writer.Line(FileFrame.GeneratedCode);
        writer.Line($"public static {Modifier.New(context.Model, EmittedNames.Depth)}{Plan} {EmittedNames.Depth} {{ get; }} = new {Plan}(");
        using (writer.Indent())
        {
            var arguments = Arguments(context, isUniform).ToList();
            for (var i = 0; i < arguments.Count - 1; i++)
            {
                writer.Line(arguments[i] + ",");
            }

            writer.Line(arguments[arguments.Count - 1] + ")" + Promises(context) + ";");
        }
    }

    private static IEnumerable<string> Arguments(EmitContext context, bool isUniform)
    {
        if (isUniform)
        {
            yield return Literals.Of(context.Settings.Steps);
        }

        yield return $"global::ScoreGen.Integrator.{context.Settings.Integrator}";
        yield return $"global::ScoreGen.UpdateRule.{context.Settings.Update}";
        for (var step = 0; step < (isUniform ? 1 : context.Settings.Steps); step++)
        {
            yield return Step(context.CoefficientsOf(step));
        }
    }

    private static string Step(StepCoefficients coefficients)
    {
        var rows = Enumerable.Range(1, coefficients.Step.Evaluations)
            .Select(row => $"new double[] {{ {string.Join(", ", coefficients.Row(row).Select(Literals.Of))} }}");
        return $"new {Folded}({Literals.Of(coefficients.Step.Dt)}, {Literals.Of(coefficients.Step.StripSkip)}, {string.Join(", ", rows)})";
    }

    /// <summary>What a plan says beside its steps, where that is not the default.</summary>
    private static string Promises(EmitContext context)
    {
        var settings = context.Settings;
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

        promises.AddRange(context.Rule.Promises);
        return promises.Count == 0 ? "" : $" {{ {string.Join(", ", promises)} }}";
    }
}
