using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>ForwardUntil</c>: the pass that stops early once the state has settled.</summary>
internal static class ForwardUntilWriter
{
    public static void Write(Scene scene, SourceWriter writer)
    {
        var settings = scene.Settings;
        var taken = scene.Local("stepsTaken");
        Documentation.Summary(
            writer,
            settings.Tolerance > 0
                ? $"Advances the state until a step changes it by less than {Literals.Readable(settings.Tolerance)} of its norm, if gradients are off; else over all {Documentation.Count(settings.Steps, "step")}."
                : $"Advances the state over all {Documentation.Count(settings.Steps, "step")}: with Tolerance = 0 none is left out.");
        Documentation.Inputs(scene, writer);
        writer.Line($"/// <param name=\"{taken}\">How many steps were taken.</param>");
        writer.Line("/// <returns>The state after those steps: new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public {Modifier.New(scene.Model, EmittedNames.ForwardUntil)}{scene.StateType} {EmittedNames.ForwardUntil}({scene.Parameters()}, out int {taken})"))
        {
            if (settings.Tolerance == 0)
            {
                writer.Line($"{taken} = {settings.Steps};");
                writer.Line($"return {EmittedNames.Forward}({scene.Arguments([], scene.States)});");
                return;
            }

            WriteLoop(scene, writer, taken);
        }
    }

    private static void WriteLoop(Scene scene, SourceWriter writer, string taken)
    {
        var settles = scene.Local("settles");
        var settled = scene.Local("settled");
        PassOpening.Write(scene, writer);
        writer.Line($"var {settles} = !{Torch.IsGradEnabled};");
        writer.Line($"{taken} = 0;");
        var loop = new LoopWriter(scene, writer);
        loop.Write(
            Literals.Of(scene.Settings.Steps),
            use: () =>
            {
                var change = $"{SupportFile.Norms.Name("RelativeChange")}({Tuple.Array(loop.Current)}, {Tuple.Array(loop.Next)})";
                writer.Line($"{taken} = {loop.Step} + 1;");
                writer.Line($"var {settled} = {settles} && {change} < {Literals.Of(scene.Settings.Tolerance)};");
            },
            leave: () =>
            {
                using (writer.Braces($"if ({settled})"))
                {
                    writer.Line("break;");
                }
            });
        writer.Line();
        writer.Line($"return {Tuple.Kept(loop.Current)};");
    }
}
