using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Advance</c>: one step, chosen at run time, for the members that loop over steps.</summary>
/// <param name="context">The class.</param>
/// <param name="writer">Where to write.</param>
/// <param name="kind">What the method takes and gives beside the state.</param>
internal sealed class AdvanceWriter(EmitContext context, SourceWriter writer, StepKind kind)
{
    private readonly string step = context.Local("step");
    private readonly string time = context.Local("time");
    private readonly IReadOnlyList<string> next = context.Locals("next");

    private string? Energy => kind == StepKind.WithEnergy ? context.Local("energy") : null;

    /// <summary>Steps of different sizes are written alike where their size is given.</summary>
    private IReadOnlyList<StepGroup> Groups => kind != StepKind.Sized
        ? context.Groups
        : [.. context.Groups.GroupBy(group => group.Phase).Select(alike => alike.First() with { Steps = [.. alike.SelectMany(group => group.Steps)] })];

    public void Write()
    {
        var text = kind switch
        {
            StepKind.WithEnergy => "Takes one step: the state goes in, and the next one comes out, with the energy of the step.",
            StepKind.Sized => "Takes one step of a size that is chosen at run time, by its coefficients.",
            _ => "Takes one step: the state goes in, and the next one comes out.",
        };
        Documentation.Summary(writer, text);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {context.StateType} {Name(context, kind)}({Parameters(context, kind, step, time)}{Memory(context)}{(Energy is null ? "" : $", out {Torch.Tensor} {Energy}")})"))
        {
            writer.Line($"{Torch.Tensor} {string.Join(", ", next)};");
            if (Groups.Count == 1)
            {
                WriteGroup(Groups[0]);
            }
            else
            {
                WriteSwitch(Groups);
            }

            writer.Line();
            writer.Line($"return {StateTuple.Of(next)};");
        }
    }

    public static string Name(EmitContext context, StepKind kind) => kind switch
    {
        StepKind.WithEnergy => context.Model.Names.AdvanceWithEnergy,
        StepKind.Sized => context.Model.Names.AdvanceBy,
        _ => context.Model.Names.Advance,
    };

    /// <summary>What the method is given: where the step stands, its coefficients where they are chosen at run time, and what the pass has at hand.</summary>
    public static string Parameters(EmitContext context, StepKind kind, string step, string time)
        => context.Parameters(
        [
            $"int {step}",
            .. context.UsesTime ? new[] { $"double {time}" } : [],
            .. kind == StepKind.Sized ? new[] { $"global::ScoreGen.FoldedStep {Size(context)}" } : [],
            .. context.Rule.HandedDownTo(kind).Select(local => $"{Torch.Tensor} {local.Name}"),
        ]);

    /// <summary>The memory that goes in, and the one that comes out, as further parameters; empty where no block has one.</summary>
    public static string Memory(EmitContext context) => context.Carry is null ? "" : $", {Torch.Tensor}? {context.Carry}, out {Torch.Tensor}? {Carried(context)}";

    public static string Carried(EmitContext context) => context.Local("carried");

    public static string Size(EmitContext context) => context.Local("size");

    private void WriteSwitch(IReadOnlyList<StepGroup> groups)
    {
        using (writer.Braces($"switch ({step})"))
        {
            foreach (var group in groups)
            {
                if (group == groups[groups.Count - 1])
                {
                    writer.Line("default:");
                }
                else
                {
                    group.Steps.ToList().ForEach(index => writer.Line($"case {index}:"));
                }

                using (writer.Indent())
                {
                    WriteGroup(group);
                    writer.Line("break;");
                }
            }
        }
    }

    private void WriteGroup(StepGroup group)
        => new StepWriter(context, writer, group, context.Rule.HandedDownTo(kind), kind == StepKind.Sized ? Size(context) : null)
            .Write(context.States, next, new StepPosition.Running(step, time), Guard(group), Energy, context.Carry, context.Carry is null ? null : Carried(context));

    /// <summary>The condition under which a value is checked: each block, and each module of a list, where it is used first.</summary>
    private string? Guard(StepGroup group)
    {
        var first = group.Steps.Where(context.Depth.IsFirstUse).ToList();
        var isOfAList = group.Phase.Block.HasIndex;
        if (first.Count == group.Steps.Count && (isOfAList || Groups.Count > 1))
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
