using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>ForwardSteps</c>: as many steps as the caller asks for, dt as declared.</summary>
internal static class ForwardStepsWriter
{
    public static void Write(Scene scene, SourceWriter writer)
    {
        var count = scene.Local("steps");
        var range = StepRange.Of(scene);
        Documentation.Summary(writer, "Advances the state by a number of steps chosen at run time, each as <see cref=\"Depth\"/> declares it, whatever their number.");
        writer.Line($"/// <param name=\"{count}\">How many steps to take: {range.Text}.</param>");
        Documentation.Inputs(scene, writer);
        writer.Line($"/// <returns>The state after <paramref name=\"{count}\"/> steps: new, and the caller's to dispose of.</returns>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"{count}\"/> is out of range.</exception>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public {Modifier.New(scene.Model, EmittedNames.ForwardSteps)}{scene.StateType} {EmittedNames.ForwardSteps}({scene.Parameters("int " + count)})"))
        {
            using (writer.Braces($"if ({range.Violation(count)})"))
            {
                var message = $"{scene.Model.DisplayName} takes {range.Text}.";
                writer.Line($"throw new global::System.ArgumentOutOfRangeException(nameof({count}), {count}, {Literals.Of(message)});");
            }

            writer.Line();
            PassOpening.Write(scene, writer);
            var loop = new LoopWriter(scene, writer);
            loop.Write(count);
            writer.Line();
            writer.Line($"return {Tuple.Kept(loop.Current)};");
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

        public static StepRange Of(Scene scene)
        {
            var steps = scene.Settings.Steps;
            if (scene.Depth.Phases.Count > 1)
            {
                return new StepRange(steps, steps, "those of its phases");
            }

            if (scene.Depth.Phases.Any(phase => phase.Block.Kind == BlockKind.ModuleList))
            {
                return new StepRange(1, steps, "as each has weights of its own");
            }

            return scene.Settings.IsUniform && scene.Depth.LearnedDt?.Per != Per.Step
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
