using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>States</c>: the state before the first step and after each one.</summary>
internal static class StatesWriter
{
    public static void Write(Scene scene, SourceWriter writer)
    {
        var steps = scene.Settings.Steps;
        var states = scene.Local("states");
        Documentation.Summary(writer, "All states over depth, each a tensor of its own that the caller disposes of.");
        Documentation.Inputs(scene, writer);
        writer.Line($"/// <returns>{steps + 1} states: first an alias of the given one, then the state after each step.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public {Modifier.New(scene.Model, EmittedNames.States)}{scene.StateType}[] {EmittedNames.States}({scene.Parameters()})"))
        {
            PassOpening.Write(scene, writer);
            writer.Line($"var {states} = new {scene.StateType}[{steps + 1}];");
            writer.Line($"{states}[0] = {Tuple.Of(scene.States.Select(state => state + ".alias()").ToList())};");
            var loop = new LoopWriter(scene, writer) { KeepsStates = true };
            loop.Write(Literals.Of(steps), use: () => writer.Line($"{states}[{loop.Step} + 1] = {Tuple.Of(loop.Next)};"));
            writer.Line();
            WriteKeep(scene, writer, states);
            writer.Line();
            writer.Line($"return {states};");
        }
    }

    private static void WriteKeep(Scene scene, SourceWriter writer, string states)
    {
        var kept = scene.Local("kept");
        IEnumerable<string> components = scene.States.Count == 1 ? [kept] : scene.States.Select((_, i) => $"{kept}.Item{i + 1}");
        using (writer.Braces($"foreach (var {kept} in {states})"))
        {
            components.ToList().ForEach(component => writer.Line($"{component}{Torch.Keep};"));
        }
    }
}
