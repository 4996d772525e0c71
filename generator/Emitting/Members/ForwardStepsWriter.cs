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
        var range = StepRange.Of(context);
        Documentation.Summary(writer, "Advances the state by a number of steps chosen at run time, each as <see cref=\"Depth\"/> declares it, whatever their number.");
        writer.Line($"/// <param name=\"{count}\">How many steps to take: {range.Text}.</param>");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <returns>The state after <paramref name=\"{count}\"/> steps: new, and the caller's to dispose of.</returns>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"{count}\"/> is out of range.</exception>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public {Modifier.New(context.Model, EmittedNames.ForwardSteps)}{context.StateType} {EmittedNames.ForwardSteps}({context.Parameters("int " + count)})"))
        {
            using (writer.Braces($"if ({range.Violation(count)})"))
            {
                var message = $"{context.Model.DisplayName} takes {range.Text}.";
                writer.Line($"throw new global::System.ArgumentOutOfRangeException(nameof({count}), {count}, {Literals.Of(message)});");
            }

            writer.Line();
            PassOpening.Write(context, writer);
            var loop = new LoopWriter(context, writer);
            loop.Write(count);
            writer.Line();
            writer.Line($"return {StateTuple.Kept(loop.Current)};");
        }
    }

    /// <summary>Which numbers of steps have a meaning.</summary>
    private sealed record StepRange(int Least, int? Most, string Reason)
    {
        public string Text => (Least, Most) switch
        {
            (1, null) => "1 step or more",
            _ when Least == Most => $"{Documentation.Count(Least, "step")}, {Reason}",
            _ => $"1 to {Documentation.Count(Most!.Value, "step")}, {Reason}",
        };

        public static StepRange Of(EmitContext context)
        {
            var steps = context.Settings.Steps;
            if (context.Depth.Phases.Count > 1)
            {
                return new StepRange(steps, steps, "those of its phases");
            }

            if (context.Depth.Phases.Any(phase => phase.Block.Kind == BlockKind.ModuleList))
            {
                return new StepRange(1, steps, "as each has weights of its own");
            }

            return context.Settings.IsUniform && !context.Rule.IsOfEachStep
                ? new StepRange(1, null, "")
                : new StepRange(1, steps, "as each has a dt of its own");
        }

        public string Violation(string count) => (Least, Most) switch
        {
            (_, null) => $"{count} < 1",
            _ when Least == Most => $"{count} != {Least}",
            _ => $"{count} < 1 || {count} > {Most}",
        };
    }
}
