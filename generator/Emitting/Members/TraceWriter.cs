using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Trace</c>: what happens to the state over depth, in plain numbers.</summary>
internal static class TraceWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        const string traceStep = "global::ScoreGen.ScoreTraceStep";
        const string trace = "global::ScoreGen.ScoreTrace";
        var measured = context.Local("measured");
        var initial = context.Local("initial");
        var norm = context.Local("norm");
        Documentation.Summary(writer, "The norms of the state and of its update at each step, without gradients.");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <returns>Plain numbers, one entry for each of the {Documentation.Count(context.Settings.Steps, "step")}.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.Trace)}{trace} {EmittedNames.Trace}({context.Parameters()})"))
        {
            writer.Line($"using var {context.Local("gradients")} = {Torch.NoGrad};");
            PassOpening.Write(context, writer);
            writer.Line($"var {initial} = {SupportFile.Norms.Name("Norm")}({string.Join(", ", context.States)});");
            writer.Line($"var {norm} = {initial};");
            writer.Line($"var {measured} = new {traceStep}[{context.Settings.Steps}];");
            var loop = new LoopWriter(context, writer) { WithoutGradients = true };
            loop.Write(
                Literals.Of(context.Settings.Steps),
                use: () =>
                {
                    writer.Line($"{measured}[{loop.Step}] = {SupportFile.Norms.Name("Measure")}({StateTuple.Array(loop.Current)}, {norm}, {StateTuple.Array(loop.Next)});");
                    writer.Line($"{norm} = {measured}[{loop.Step}].StateNorm;");
                });
            writer.Line();
            writer.Line($"return new {trace}({initial}, {measured});");
        }
    }
}
