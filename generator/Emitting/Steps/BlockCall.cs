using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the call of a block.</summary>
internal sealed class BlockCall(ModuleContext context, Block block)
{
    /// <summary>The block itself, called with a state and told where it stands.</summary>
    public string Direct(IReadOnlyList<string> state, string time, string step, string stage, string index)
    {
        var arguments = block.Arguments.Select(argument => argument.Kind switch
        {
            ArgumentKind.State => state[argument.Index],
            ArgumentKind.Time => time,
            ArgumentKind.Step => step,
            ArgumentKind.Stage => stage,
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

        if (block.Kind == BlockKind.ModuleList)
        {
            yield return ("int", index);
        }
    }

    private string Target(string index) => block.Kind switch
    {
        BlockKind.Method => block.Target,
        BlockKind.Module => $"{block.Target}.call",
        _ => $"{block.Target}[{index}].call",
    };
}
