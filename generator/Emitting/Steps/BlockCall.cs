using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the call of a block, or of the method that evaluates it in a scope of its own.</summary>
internal sealed class BlockCall(EmitContext context, StepGroup group)
{
    private Block Block => group.Phase.Block;

    /// <summary>The block itself, called with a state and told where it stands.</summary>
    public string Direct(IReadOnlyList<string> state, string time, string step, string stage, string index)
    {
        var arguments = Block.Arguments.Select(argument => argument.Kind switch
        {
            ArgumentKind.State => state[argument.Index],
            ArgumentKind.Time => time,
            ArgumentKind.Step => step,
            ArgumentKind.Stage => stage,
            _ => context.Model.Module.Parameters[argument.Index].Name + (argument.IsForgiven ? "!" : ""),
        });
        return $"{Target(index)}({string.Join(", ", arguments)}){(Block.MayReturnNull ? "!" : "")}";
    }

    /// <summary>The name of the method that evaluates this block; each phase has its own.</summary>
    public string EvaluateName
        => context.Depth.Phases.Count == 1 ? context.Model.Names.Evaluate : context.Model.Names.Evaluate + Literals.Of(context.Depth.IndexOf(group.Phase) + 1);

    /// <summary>What that method takes beside the state and the context: the type and the name of each, in order.</summary>
    public IEnumerable<(string Type, string Name)> EvaluateExtras(string time, string step, string stage, string index)
    {
        foreach (var kindOfArgument in Block.Arguments.Select(argument => argument.Kind).Distinct())
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

        if (Block.Kind == BlockKind.ModuleList)
        {
            yield return ("int", index);
        }
    }

    private string Target(string index) => Block.Kind switch
    {
        BlockKind.Method => Block.Target,
        BlockKind.Module => $"{Block.Target}.call",
        _ => $"{Block.Target}[{index}].call",
    };
}
