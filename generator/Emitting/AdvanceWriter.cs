using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>Advance</c>: one step, chosen at run time, for the members that loop over steps.</summary>
internal sealed class AdvanceWriter(Scene scene, SourceWriter writer)
{
    private readonly string step = scene.Local("step");
    private readonly string time = scene.Local("time");
    private readonly IReadOnlyList<string> next = scene.Locals("next");

    /// <param name="withEnergy">Whether the energy of the step comes out as well.</param>
    public void Write(bool withEnergy)
    {
        var energy = withEnergy ? scene.Local("energy") : null;
        var name = withEnergy ? scene.Model.Names.AdvanceWithEnergy : scene.Model.Names.Advance;
        Documentation.Summary(writer, $"Takes one step: the state goes in, and the next one comes out{(withEnergy ? ", with the energy of the step" : "")}.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {scene.StateType} {name}({Parameters(scene, step, time)}{(withEnergy ? $", out {Torch.Tensor} {energy}" : "")})"))
        {
            writer.Line($"{Torch.Tensor} {string.Join(", ", next)};");
            if (scene.Kinds.Count == 1)
            {
                WriteKind(scene.Kinds[0], energy);
            }
            else
            {
                WriteSwitch(energy);
            }

            writer.Line();
            writer.Line($"return {Tuple.Of(next)};");
        }
    }

    public static string Parameters(Scene scene, string step, string time)
        => scene.UsesTime ? scene.Parameters($"int {step}", $"double {time}") : scene.Parameters($"int {step}");

    private void WriteSwitch(string? energy)
    {
        using (writer.Braces($"switch ({step})"))
        {
            foreach (var kind in scene.Kinds)
            {
                if (kind == scene.Kinds[scene.Kinds.Count - 1])
                {
                    writer.Line("default:");
                }
                else
                {
                    kind.Steps.ToList().ForEach(index => writer.Line($"case {index}:"));
                }

                using (writer.Indent())
                {
                    WriteKind(kind, energy);
                    writer.Line("break;");
                }
            }
        }
    }

    private void WriteKind(StepKind kind, string? energy)
        => new StepWriter(scene, writer, kind).Write(scene.States, next, new Clock.Running(step, time), Guard(kind), energy);

    /// <summary>The condition under which a value is checked: each block, and each module of a list, where it is used first.</summary>
    private string? Guard(StepKind kind)
    {
        var first = kind.Steps.Where(scene.Depth.IsFirstUse).ToList();
        var isOfAList = kind.Phase.Block.Kind == BlockKind.ModuleList;
        if (first.Count == kind.Steps.Count && (isOfAList || scene.Kinds.Count > 1))
        {
            return "true";
        }

        return first.Count switch
        {
            0 => null,
            1 => $"{step} == {first[0]}",
            _ => $"{step} < {scene.Depth.CycleSteps}",
        };
    }
}
