using System.Globalization;
using System.Linq;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting;

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

    public static void Inputs(Scene scene, SourceWriter writer)
    {
        foreach (var state in scene.States)
        {
            writer.Line($"/// <param name=\"{state.TrimStart('@')}\">{(scene.States.Count == 1 ? "The state" : "A part of the state")}, of any shape that the block keeps. It is neither changed nor disposed of.</param>");
        }

        foreach (var context in scene.Contexts)
        {
            writer.Line($"/// <param name=\"{context.Name.TrimStart('@')}\">Context, given unchanged to every evaluation of the block.</param>");
        }
    }

    public static void ChangedStateException(SourceWriter writer)
        => writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The block changes the shape or the dtype of the state.</exception>");

    /// <summary>Such as <c>4 Euler steps of dt = 0.25</c>.</summary>
    public static string Depth(Scene scene)
    {
        var settings = scene.Settings;
        var size = settings.IsUniform
            ? $"dt = {Literals.Readable(settings.Dt[0])}"
            : $"dt = {string.Join(", ", settings.Dt.Take(8).Select(Literals.Readable))}{(settings.Steps > 8 ? ", …" : "")}";
        var learned = scene.Depth.LearnedDt is null ? "" : ", learned from there on";
        return $"{Count(settings.Steps, $"{settings.Integrator} step")} of {size}{learned}";
    }

    /// <summary>What formulas call the block: F, or B where the block is h + F(h).</summary>
    public static string BlockLetter(Variant variant) => variant.Step.StripSkip ? "B" : "F";

    /// <summary>The update, or for a Runge-Kutta method its differential equation.</summary>
    public static string Update(Scene scene)
    {
        var settings = scene.Settings;
        var skip = scene.Variants.Any(variant => variant.Step.StripSkip) ? ", where B(h) = h + F(h)" : "";
        if (scene.Tableau.Stages > 1 || scene.Variants.Count() > 1)
        {
            return (settings.Update == UpdateRule.Contractive ? "dh/dt = F(h) - h" : "dh/dt = F(h)") + skip;
        }

        return StepFormulas.Of(scene, scene.Kinds[0], "h[t]", "h[t+1]").First() + skip;
    }

    public static string Cost(Scene scene)
    {
        var blocks = string.Join(", then ", scene.Depth.Phases.Select(phase => $"{(phase.Block.StripSkip ? "B" : "F")} = {phase.Block.Name}"));
        var evaluations = $"{Count(scene.Settings.Steps * scene.Tableau.Stages, "evaluation")} of {blocks}";
        if (scene.Settings.Update == UpdateRule.Residual)
        {
            return evaluations + ".";
        }

        var bound = scene.Variants.Max(variant => Stability.ContractionBound(variant.Step, scene.Settings.Lipschitz));
        return $"{evaluations}; for a Lipschitz constant of F up to {Literals.Short(scene.Settings.Lipschitz)} a step stretches distances by at most {Literals.Short(bound)}.";
    }

    public static string Count(int count, string noun)
        => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : noun + "s");
}
