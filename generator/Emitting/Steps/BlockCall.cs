using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the call of a block.</summary>
internal sealed class BlockCall(ModuleContext context, Block block)
{
    /// <summary>The block itself, called with a state and told where it stands.</summary>
    public string Direct(IReadOnlyList<string> state, string time, string step, string stage, string index, string memory = "null")
    {
        var arguments = block.Arguments.Select(argument => argument.Kind switch
        {
            ArgumentKind.State => state[argument.Index],
            ArgumentKind.Time => time,
            ArgumentKind.Step => step,
            ArgumentKind.Stage => stage,
            ArgumentKind.Carry => memory,
            ArgumentKind.PerStep => Entry(block.Sources[argument.Index], index),
            _ => context.Model.Module.Parameters[argument.Index].Name + (argument.IsForgiven ? "!" : ""),
        });
        return $"{Target(index)}({string.Join(", ", arguments)}){(block.MayReturnNull ? "!" : "")}";
    }

    /// <summary>What a method that evaluates the block takes beside the state and the context: the type and the name of each, in order.</summary>
    public IEnumerable<(string Type, string Name)> Extras(string time, string step, string stage, string index)
    {
        foreach (var kindOfArgument in block.Arguments.Select(argument => argument.Kind).Distinct())
        {
            switch (kindOfArgument)
            {
                case ArgumentKind.Time:
                    yield return ("double", time);
                    break;
                case ArgumentKind.Step:
                    yield return ("int", step);
                    break;
                case ArgumentKind.Stage:
                    yield return ("int", stage);
                    break;
            }
        }

        if (block.HasIndex)
        {
            yield return ("int", index);
        }
    }

    private string Entry(StepSource source, string index)
        => source.Kind == StepSourceKind.Rows ? $"{Owner(context, source)}.select(0, {index})" : $"{Owner(context, source)}[{index}]";

    /// <summary>How many entries a member has, as an expression.</summary>
    public static string Count(ModuleContext context, StepSource source)
        => Owner(context, source) + (source.Kind == StepSourceKind.Rows ? ".size(0)" : ".Count");

    /// <summary>The member; a parameter of the emitted members may have its name, and would hide it.</summary>
    public static string Owner(ModuleContext context, StepSource source)
        => context.Model.Module.Parameters.All(parameter => parameter.Name.TrimStart('@') != source.Name) ? source.Target : $"this.{source.Target}";

    private string Target(string index) => block.Kind switch
    {
        BlockKind.Method => block.Target,
        BlockKind.Module => $"{block.Target}.call",
        _ => $"{block.Target}[{index}].call",
    };
}
