using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardSchedule</c>: a step of each of the sizes that the caller gives.</summary>
internal static class ForwardScheduleWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        var (dt, sizes) = (context.Local("dt"), context.Local("sizes"));
        var range = StepRange.OfBlocks(context.Depth);
        var text = ForwardStepsWriter.Text(range);
        Documentation.Summary(writer, "Advances the state by steps whose number and sizes are chosen at run time.");
        writer.Line($"/// <param name=\"{dt}\">The size of each step, finite and positive: {text}.</param>");
        Documentation.Inputs(context, writer);
        writer.Line("/// <returns>The state after the last step: new, and the caller's to dispose of.</returns>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\"><paramref name=\"{dt}\"/> has another number of entries, or one that is not finite and positive.</exception>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardSchedule)}{context.StateType} {EmittedNames.ForwardSchedule}({context.Parameters("double[] " + dt)})"))
        {
            writer.Line($"var {sizes} = {EmittedNames.Depth}.Fold({dt});");
            WriteCheck(context, writer, range, dt, sizes);
            PassOpening.Write(context, writer);
            var loop = new LoopWriter(context, writer);
            loop.Size = $"{sizes}[{loop.Step}]";
            loop.Write($"{sizes}.Length");
            writer.Line();
            writer.Line($"return {StateTuple.Kept(loop.Current)};");
        }
    }

    private static void WriteCheck(EmitContext context, SourceWriter writer, StepRange range, string dt, string sizes)
    {
        if (range.Most is not { } most)
        {
            return;
        }

        using (writer.Braces($"if ({sizes}.Length {(range.IsOneNumber ? "!=" : ">")} {Literals.Of(most)})"))
        {
            var message = $"{context.Model.DisplayName} takes {ForwardStepsWriter.Text(range)}, and this schedule has another number of entries.";
            writer.Line($"throw new global::System.ArgumentException({Literals.Of(message)}, nameof({dt}));");
        }

        writer.Line();
    }
}
