using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>The documentation of emitted members: what a reader sees when hovering over a call.</summary>
internal static class Documentation
{
    public static void Summary(SourceWriter writer, params string[] lines)
    {
        if (lines.Length == 1)
        {
            writer.Line($"/// <summary>{lines[0]}</summary>");
            return;
        }

        writer.Line("/// <summary>");
        foreach (var line in lines)
        {
            writer.Line($"/// {line}");
        }

        writer.Line("/// </summary>");
    }

    public static void Inputs(ModuleContext context, SourceWriter writer)
    {
        var route = context.Steering?.Route;
        foreach (var state in context.States)
        {
            var shape = route is null ? "of any shape that the block keeps" : "[batch, tokens, features]";
            writer.Line($"/// <param name=\"{state.TrimStart('@')}\">{(context.States.Count == 1 ? "The state" : "A part of the state")}, {shape}. It is neither changed nor disposed of.</param>");
        }

        foreach (var input in context.Contexts)
        {
            var use = route is { IsExpert: true } && input.IsPerToken
                ? "Context, [batch, tokens, …]: each evaluation of the block is given the entries of its tokens"
                : "Context, given unchanged to every evaluation of the block";
            writer.Line($"/// <param name=\"{input.Name.TrimStart('@')}\">{use}.</param>");
        }
    }

    public static void ChangedStateException(SourceWriter writer)
        => writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The block changes the shape or the dtype of the state.</exception>");

    /// <summary>Such as <c>4 Euler steps of dt = 0.25</c>.</summary>
    public static string Depth(EmitContext context)
    {
        var settings = context.Settings;
        var size = settings.IsUniform
            ? $"dt = {Literals.Readable(settings.Dt[0])}"
            : $"dt = {string.Join(", ", settings.Dt.Take(8).Select(Literals.Readable))}{(settings.Steps > 8 ? ", …" : "")}";
        return $"{Count(settings.Steps, $"{settings.Integrator} step")} of {size}{context.Rule.Remark}{(context.Steering.Route is { } route ? $", tokens routed by {route.Member.Name}" : "")}";
    }

    /// <summary>The update, or for a Runge-Kutta method its differential equation.</summary>
    public static string Update(EmitContext context)
    {
        var settings = context.Settings;
        var skip = context.CoefficientSets.Any(coefficients => coefficients.Step.StripSkip) ? ", where B(h) = h + F(h)" : "";
        skip += context.Depth.Phases.Any(phase => phase.Block.Updates is not null) ? ", for the part of the state that a block updates" : "";
        if (context.Tableau.Stages > 1 || context.CoefficientSets.Count() > 1)
        {
            return (settings.Update == UpdateRule.Contractive ? "dh/dt = F(h) - h" : "dh/dt = F(h)") + skip + (context.Steering.After is { } after ? $", and {after.Name} after each step" : "");
        }

        return Formulas(context, context.CoefficientsOf(0), ["h[t]"], ["h[t+1]"])[0] + skip;
    }

    /// <summary>A step for people, with the map of the new state where there is one.</summary>
    public static IReadOnlyList<string> Formulas(EmitContext context, StepCoefficients coefficients, IReadOnlyList<string> from, IReadOnlyList<string> to, int? updates = null)
    {
        var formulas = updates is { } one
            ? OfOnePart(context, coefficients, from, to, one)
            : context.Rule.Formulas(coefficients, StateTuple.Of(from), StateTuple.Of(to)).ToList();
        formulas[formulas.Count - 1] += Then(context);
        return formulas;
    }

    /// <summary>A step that moves one part of the state by a block that is given them all, such as <c>z1 = 0.5·z + 0.5·F(y, z)</c>.</summary>
    private static List<string> OfOnePart(EmitContext context, StepCoefficients coefficients, IReadOnlyList<string> from, IReadOnlyList<string> to, int one)
    {
        var formulas = context.Rule.Formulas(coefficients, from[one], to[one])
            .Select(formula => formula.Replace(coefficients.Applied(from[one]), coefficients.Applied(StateTuple.Of(from))))
            .ToList();
        for (var stage = 1; stage < coefficients.Step.Evaluations; stage++)
        {
            var point = context.Point(stage);
            var given = from.Select((component, i) => i == one ? point[i] : component).ToList();
            formulas = formulas
                .Select(formula => formula.Replace(coefficients.Applied(StateTuple.Of(point)), coefficients.Applied(StateTuple.Of(given))).Replace($"{StateTuple.Of(point)} = ", $"{point[one]} = "))
                .ToList();
        }

        return formulas;
    }

    private static string Then(EmitContext context) => context.Steering.After is { } after ? $", then {after.Name}" : "";

    public static string Cost(EmitContext context)
    {
        var blocks = string.Join(", then ", context.Depth.Phases.Select(phase => $"{context.Letter(phase.Block.StripSkip ? "B" : "F")} = {phase.Block.Name}"));
        var evaluations = $"{Count(context.Settings.Steps * context.Tableau.Stages, "evaluation")} of {blocks}";
        if (context.Settings.Update == UpdateRule.Residual || !context.Rule.IsBounded || context.Steering.After is not null || context.Steering.Route is not null || context.Carry is not null || context.Depth.Phases.Any(phase => phase.Block.Updates is not null))
        {
            return evaluations + ".";
        }

        var bound = context.CoefficientSets.Max(coefficients => Stability.ContractionBound(coefficients.Step, context.Settings.Lipschitz));
        return $"{evaluations}; for a Lipschitz constant of F up to {Literals.Short(context.Settings.Lipschitz)} a step stretches distances by at most {Literals.Short(bound)}.";
    }

    public static string Count(int count, string noun)
        => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : noun + "s");
}
