using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>States</c>: the state before the first step and after each one.</summary>
internal static class StatesWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        var steps = context.Settings.Steps;
        var states = context.Local("states");
        Documentation.Summary(writer, "All states over depth, each a tensor of its own that the caller disposes of.");
        Documentation.Inputs(context, writer);
        var segments = context.Settings.SegmentSteps > 0 ? $" The graph of each goes back to the start of its segment of {Documentation.Count(context.Settings.SegmentSteps, "step")}." : "";
        writer.Line($"/// <returns>{steps + 1} states: first an alias of the given one, then the state after each step.{segments}</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.States)}{context.StateType}[] {EmittedNames.States}({context.Parameters()})"))
        {
            PassOpening.Write(context, writer);
            writer.Line($"var {states} = new {context.StateType}[{steps + 1}];");
            writer.Line($"{states}[0] = {StateTuple.Of(context.States.Select(state => state + ".alias()").ToList())};");
            var loop = new LoopWriter(context, writer) { KeepsStates = true, KeepsSegments = true };
            loop.Write(Literals.Of(steps), use: () => writer.Line($"{states}[{loop.Step} + 1] = {StateTuple.Of(loop.Next)};"));
            writer.Line();
            WriteKeep(context, writer, states);
            writer.Line();
            writer.Line($"return {states};");
        }
    }

    private static void WriteKeep(EmitContext context, SourceWriter writer, string states)
    {
        var kept = context.Local("kept");
        IEnumerable<string> components = context.States.Count == 1 ? [kept] : context.States.Select((_, i) => $"{kept}.Item{i + 1}");
        using (writer.Braces($"foreach (var {kept} in {states})"))
        {
            components.ToList().ForEach(component => writer.Line($"{component}{Torch.Keep};"));
        }
    }
}
