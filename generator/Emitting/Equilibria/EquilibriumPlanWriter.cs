using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Equilibria;

/// <summary>Writes <c>Depth</c> of a class with an equilibrium: the settings, by which the passes go.</summary>
internal static class EquilibriumPlanWriter
{
    private const string Plan = "global::ScoreGen.EquilibriumPlan";

    public static void Write(EquilibriumContext context, SourceWriter writer)
    {
        var settings = context.Settings;
        Documentation.Summary(writer, "How the equilibrium of this module is found.");
        writer.Line(FileFrame.GeneratedCode);
        writer.Line($"{Modifiers.Of(context.Model.Names, EmittedNames.Depth)}static {Plan} {EmittedNames.Depth} {{ get; }} = new {Plan}");
        using (writer.Braces("", ";"))
        {
            writer.Line($"Solver = global::ScoreGen.FixedPointSolver.{settings.Solver},");
            writer.Line($"MaxSteps = {Literals.Of(settings.MaxSteps)},");
            writer.Line($"Tolerance = {Exact(settings.Tolerance)}");
            writer.Line($"Memory = {Literals.Of(settings.Memory)},");
            writer.Line($"Damping = {Exact(settings.Damping)}");
            writer.Line($"Gradient = global::ScoreGen.EquilibriumGradient.{settings.Gradient},");
            writer.Line($"GradientSteps = {Literals.Of(settings.GradientSteps)},");
            writer.Line($"OnDivergence = global::ScoreGen.OnDivergence.{settings.OnDivergence},");
            writer.Line($"Update = global::ScoreGen.UpdateRule.{settings.Update},");
            writer.Line($"StripSkip = {Literals.Of(context.Equilibrium.Block.StripSkip)},");
        }
    }

    /// <summary>With a comma in place of the semicolon.</summary>
    private static string Exact(double value) => Literals.Commented(value).Remove(Literals.Of(value).Length, 1).Insert(Literals.Of(value).Length, ",");
}
