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
        Documentation.Summary(writer, $"The depth of this module: {Documentation.Depth(context)}.");
        writer.Line(FileFrame.GeneratedCode);
        writer.Line($"{Modifiers.Of(context.Model.Names, EmittedNames.Depth)}static {Plan} {EmittedNames.Depth} {{ get; }} = new {Plan}(");
        using (writer.Indent())
        {
            var arguments = Arguments(context).ToList();
            for (var i = 0; i < arguments.Count - 1; i++)
            {
                writer.Line(arguments[i] + ",");
            }

            writer.Line(arguments[arguments.Count - 1] + ")" + Promises(context) + ";");
        }
    }

    /// <summary>The settings, then the steps: of one kind and how often, each its own, or those that differ and their order.</summary>
    private static IEnumerable<string> Arguments(EmitContext context)
    {
        var order = Enumerable.Range(0, context.Settings.Steps).Select(context.CoefficientsOf).ToList();
        var distinct = context.CoefficientSets.ToList();
        if (distinct.Count == 1)
        {
            yield return Literals.Of(context.Settings.Steps);
        }

        yield return $"global::ScoreGen.Integrator.{context.Settings.Integrator}";
        yield return $"global::ScoreGen.UpdateRule.{context.Settings.Update}";
        if (distinct.Count > 1 && distinct.Count < order.Count)
        {
            yield return $"new int[] {{ {string.Join(", ", order.Select(step => Literals.Of(distinct.IndexOf(step))))} }}";
        }

        foreach (var step in distinct)
        {
            yield return Step(step);
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
        if (context.Steering.Exit is not null)
        {
            promises.Add("HasExit = true");
        }

        if (context.Steering.After is not null)
        {
            promises.Add("HasMap = true");
        }

        if (context.Carry is not null)
        {
            promises.Add("HasCarry = true");
        }

        if (context.Steering.Halt is { } halt)
        {
            promises.Add($"Halting = global::ScoreGen.HaltRule.{halt.Rule}");
        }

        if (context.Steering.Route is { } route)
        {
            promises.Add($"Routing = global::ScoreGen.RouteChoice.{route.Choice}");
        }

        return promises.Count == 0 ? "" : $" {{ {string.Join(", ", promises)} }}";
    }
}
