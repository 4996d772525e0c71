using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Advance</c>: one step, chosen at run time, for the members that loop over steps.</summary>
internal sealed class AdvanceWriter(EmitContext context, SourceWriter writer)
{
    private readonly string step = context.Local("step");
    private readonly string time = context.Local("time");
    private readonly IReadOnlyList<string> next = context.Locals("next");

    /// <param name="withEnergy">Whether the energy of the step comes out as well.</param>
    public void Write(bool withEnergy)
    {
        var energy = withEnergy ? context.Local("energy") : null;
        var name = withEnergy ? context.Model.Names.AdvanceWithEnergy : context.Model.Names.Advance;
        Documentation.Summary(writer, $"Takes one step: the state goes in, and the next one comes out{(withEnergy ? ", with the energy of the step" : "")}.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {context.StateType} {name}({Parameters(context, step, time)}{(withEnergy ? $", out {Torch.Tensor} {energy}" : "")})"))
        {
            writer.Line($"{Torch.Tensor} {string.Join(", ", next)};");
            if (context.Groups.Count == 1)
            {
                WriteGroup(context.Groups[0], energy);
            }
            else
            {
                WriteSwitch(energy);
            }

            writer.Line();
            writer.Line($"return {StateTuple.Of(next)};");
        }
    }

    public static string Parameters(EmitContext context, string step, string time)
    {
        IEnumerable<string> position = context.UsesTime ? [$"int {step}", $"double {time}"] : [$"int {step}"];
        return context.Parameters([.. position, .. context.Rule.HandedDown.Select(local => $"{Torch.Tensor} {local.Name}")]);
    }

    private void WriteSwitch(string? energy)
    {
        using (writer.Braces($"switch ({step})"))
        {
            foreach (var group in context.Groups)
            {
                if (group == context.Groups[context.Groups.Count - 1])
                {
                    writer.Line("default:");
                }
                else
                {
                    group.Steps.ToList().ForEach(index => writer.Line($"case {index}:"));
                }

                using (writer.Indent())
                {
                    WriteGroup(group, energy);
                    writer.Line("break;");
                }
            }
        }
    }

    private void WriteGroup(StepGroup group, string? energy)
        => new StepWriter(context, writer, group, context.Rule.HandedDown).Write(context.States, next, new StepPosition.Running(step, time), Guard(group), energy);

    /// <summary>The condition under which a value is checked: each block, and each module of a list, where it is used first.</summary>
    private string? Guard(StepGroup group)
    {
        var first = group.Steps.Where(context.Depth.IsFirstUse).ToList();
        var isOfAList = group.Phase.Block.Kind == BlockKind.ModuleList;
        if (first.Count == group.Steps.Count && (isOfAList || context.Groups.Count > 1))
        {
            return "true";
        }

        return first.Count switch
        {
            0 => null,
            1 => $"{step} == {first[0]}",
            _ => $"{step} < {context.Depth.CycleSteps}",
        };
    }
}
