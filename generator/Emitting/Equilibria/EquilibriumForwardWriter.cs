using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Equilibria;

/// <summary>Writes <c>forward</c> and <c>Solve</c> of a class with an equilibrium.</summary>
internal sealed class EquilibriumForwardWriter(EquilibriumContext context, SourceWriter writer)
{
    public void WriteForward()
    {
        Documentation.Summary(
            writer,
            $"Returns the equilibrium to which the given state leads, <c>{EquilibriumText.Equation(context)}</c>:",
            $"{EquilibriumText.Method(context.Settings)}.",
            $"{EquilibriumText.Gradient(context.Settings)} The given state gets none.");
        Documentation.Inputs(context, writer);
        WriteReturns();
        WriteExceptions();
        writer.Line(FileFrame.GeneratedCode);
        Write($"public override {context.StateType} {EmittedNames.Forward}({context.Parameters()})", "Forward", $"this, {Name}, {Map}");
    }

    public void WriteSolve()
    {
        var report = context.Local("report");
        Documentation.Summary(writer, "Finds the equilibrium without gradients, and says how the solver fared.");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <param name=\"{report}\">Evaluations, residuals, and whether the solver converged.</param>");
        WriteReturns();
        WriteExceptions();
        writer.Line(FileFrame.GeneratedCode);
        var head = $"{Modifiers.Of(context.Model.Names, EmittedNames.Solve)}{context.StateType} {EmittedNames.Solve}({context.Parameters()}, out global::ScoreGen.EquilibriumReport {report})";
        Write(head, "Solve", $"{Name}, {Map}, out {report}");
    }

    private string Name => Literals.Of(context.Model.DisplayName);

    private string Map => FieldWriter.OfState(context, context.Model.Names.Map, []);

    private void Write(string head, string method, string arguments)
    {
        var found = context.Local("found");
        using (writer.Braces(head))
        {
            writer.Line($"var {found} = {SupportFile.Equilibrium.Name(method)}({EmittedNames.Depth}, {arguments}, {string.Join(", ", context.States)});");
            writer.Line($"return {StateTuple.Of(context.States.Select((_, i) => $"{found}[{i}]").ToList())};");
        }
    }

    private void WriteReturns()
    {
        var otherwise = context.Settings.OnDivergence == OnDivergence.Return ? ", or where the solver does not converge the state of the lowest residual" : "";
        writer.Line($"/// <returns>The equilibrium{otherwise}: new, and the caller's to dispose of.</returns>");
    }

    private void WriteExceptions()
    {
        Documentation.ChangedStateException(writer);
        if (context.Settings.OnDivergence == OnDivergence.Throw)
        {
            writer.Line("/// <exception cref=\"global::ScoreGen.EquilibriumException\">The solver does not converge.</exception>");
        }
    }
}
