using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardUntil</c>: the pass that stops early once the state has settled.</summary>
internal static class ForwardUntilWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        var settings = context.Settings;
        var taken = context.Local("stepsTaken");
        Documentation.Summary(
            writer,
            settings.Tolerance > 0
                ? $"Advances the state until a step changes it by less than {Literals.Readable(settings.Tolerance)} of its norm, if gradients are off; else over all {Documentation.Count(settings.Steps, "step")}."
                : $"Advances the state over all {Documentation.Count(settings.Steps, "step")}: with Tolerance = 0 none is left out.");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <param name=\"{taken}\">How many steps were taken.</param>");
        writer.Line("/// <returns>The state after those steps: new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardUntil)}{context.StateType} {EmittedNames.ForwardUntil}({context.Parameters()}, out int {taken})"))
        {
            if (settings.Tolerance == 0)
            {
                writer.Line($"{taken} = {settings.Steps};");
                writer.Line($"return {EmittedNames.Forward}({context.Arguments([], context.States)});");
                return;
            }

            WriteLoop(context, writer, taken);
        }
    }

    private static void WriteLoop(EmitContext context, SourceWriter writer, string taken)
    {
        var settles = context.Local("settles");
        var settled = context.Local("settled");
        PassOpening.Write(context, writer);
        writer.Line($"var {settles} = !{Torch.IsGradEnabled};");
        writer.Line($"{taken} = 0;");
        var loop = new LoopWriter(context, writer);
        loop.Write(
            Literals.Of(context.Settings.Steps),
            use: () =>
            {
                var change = $"{SupportFile.Norms.Name("RelativeChange")}({StateTuple.Array(loop.Current)}, {StateTuple.Array(loop.Next)})";
                writer.Line($"{taken} = {loop.Step} + 1;");
                writer.Line($"var {settled} = {settles} && {change} < {Literals.Of(context.Settings.Tolerance)};");
            },
            leave: () =>
            {
                using (writer.Braces($"if ({settled})"))
                {
                    writer.Line("break;");
                }
            });
        writer.Line();
        writer.Line($"return {StateTuple.Kept(loop.Current)};");
    }
}
