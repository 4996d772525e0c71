using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardSteps</c>: as many steps as the caller asks for, dt as declared.</summary>
internal static class ForwardStepsWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        var count = context.Local("steps");
        var range = StepRange.Of(context.Depth);
        var keepsHorizon = context.Settings.KeepHorizon;
        var horizon = Literals.Of(context.Settings.Dt.Sum());
        Documentation.Summary(
            writer,
            keepsHorizon
                ? $"Advances the state by a number of steps chosen at run time, which together cover the depth time of forward: each is of dt = {Literals.Readable(context.Settings.Dt.Sum())} over their number."
                : "Advances the state by a number of steps chosen at run time, each as <see cref=\"Depth\"/> declares it, whatever their number.");
        writer.Line($"/// <param name=\"{count}\">How many steps to take: {Text(range)}.</param>");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <returns>The state after <paramref name=\"{count}\"/> steps: new, and the caller's to dispose of.</returns>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"{count}\"/> is out of range.</exception>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardSteps)}{context.StateType} {EmittedNames.ForwardSteps}({context.Parameters("int " + count)})"))
        {
            using (writer.Braces($"if ({Violation(range, count)})"))
            {
                var message = $"{context.Model.DisplayName} takes {Text(range)}.";
                writer.Line($"throw new global::System.ArgumentOutOfRangeException(nameof({count}), {count}, {Literals.Of(message)});");
            }

            writer.Line();
            var size = context.Local("size");
            if (keepsHorizon)
            {
                writer.Line($"var {size} = {EmittedNames.Depth}.Fold({horizon} / {count})[0];");
            }

            PassOpening.Write(context, writer);
            var loop = new LoopWriter(context, writer) { Size = keepsHorizon ? size : null };
            loop.Write(count);
            writer.Line();
            writer.Line($"return {StateTuple.Kept(loop.Current)};");
        }
    }

    public static string Text(StepRange range) => range switch
    {
        { Most: null } => "1 step or more",
        { IsOneNumber: true } => $"{Documentation.Count(range.Least, "step")}, {range.Reason}",
        _ => $"1 to {Documentation.Count(range.Most!.Value, "step")}, {range.Reason}",
    };

    private static string Violation(StepRange range, string count) => range switch
    {
        { Most: null } => $"{count} < 1",
        { IsOneNumber: true } => $"{count} != {range.Least}",
        _ => $"{count} < 1 || {count} > {range.Most}",
    };
}
