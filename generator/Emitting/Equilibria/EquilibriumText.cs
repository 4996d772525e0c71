using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Equilibria;

/// <summary>What documentation says of an equilibrium.</summary>
internal static class EquilibriumText
{
    /// <summary>Such as <c>h = F(h), F = Block</c>.</summary>
    public static string Equation(EquilibriumContext context)
    {
        var equation = context.Settings.Update == UpdateRule.Contractive ? "h = F(h)" : "h = h + F(h)";
        return context.Equilibrium.Block.StripSkip ? $"{equation}, {context.Equilibrium.Block.Name}(h) = h + F(h)" : $"{equation}, F = {context.Equilibrium.Block.Name}";
    }

    public static string Method(EquilibriumSettings settings)
    {
        var solver = settings.Solver switch
        {
            FixedPointSolver.Anderson => $"Anderson's method over the last {Documentation.Count(settings.Memory, "evaluation")}",
            FixedPointSolver.Broyden => $"Broyden's method over up to {Documentation.Count(settings.Memory, "step")}",
            _ => "plain iteration",
        };
        var damping = settings.Damping == 1 ? "" : $", damped to {Literals.Readable(settings.Damping)}";
        return $"by {solver}{damping}, up to a relative residual of {Literals.Readable(settings.Tolerance)} or {Documentation.Count(settings.MaxSteps, "evaluation")}";
    }

    public static string Gradient(EquilibriumSettings settings) => settings.Gradient switch
    {
        EquilibriumGradient.Implicit => "Gradients are those of the equilibrium itself, solved for in the same way.",
        EquilibriumGradient.Neumann => $"Gradients are the first {Documentation.Count(settings.GradientSteps + 1, "term")} of the Neumann series.",
        _ => $"With gradients on, {Documentation.Count(settings.GradientSteps, "step")} more {(settings.GradientSteps == 1 ? "carries" : "carry")} them.",
    };
}
