using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>Trace</c>: what happens to the state over depth, in plain numbers.</summary>
internal static class TraceWriter
{
    public static void Write(Scene scene, SourceWriter writer)
    {
        const string traceStep = "global::ScoreGen.ScoreTraceStep";
        const string trace = "global::ScoreGen.ScoreTrace";
        var measured = scene.Local("measured");
        var initial = scene.Local("initial");
        var norm = scene.Local("norm");
        Documentation.Summary(writer, "The norms of the state and of its update at each step, without gradients.");
        Documentation.Inputs(scene, writer);
        writer.Line($"/// <returns>Plain numbers, one entry for each of the {Documentation.Count(scene.Settings.Steps, "step")}.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public {Modifier.New(scene.Model, EmittedNames.Trace)}{trace} {EmittedNames.Trace}({scene.Parameters()})"))
        {
            writer.Line($"using var {scene.Local("gradients")} = {Torch.NoGrad};");
            PassOpening.Write(scene, writer);
            writer.Line($"var {initial} = {SupportFile.Norms.Name("Norm")}({string.Join(", ", scene.States)});");
            writer.Line($"var {norm} = {initial};");
            writer.Line($"var {measured} = new {traceStep}[{scene.Settings.Steps}];");
            var loop = new LoopWriter(scene, writer) { WithoutGradients = true };
            loop.Write(
                Literals.Of(scene.Settings.Steps),
                use: () =>
                {
                    writer.Line($"{measured}[{loop.Step}] = {SupportFile.Norms.Name("Measure")}({Tuple.Array(loop.Current)}, {norm}, {Tuple.Array(loop.Next)});");
                    writer.Line($"{norm} = {measured}[{loop.Step}].StateNorm;");
                });
            writer.Line();
            writer.Line($"return new {trace}({initial}, {measured});");
        }
    }
}
