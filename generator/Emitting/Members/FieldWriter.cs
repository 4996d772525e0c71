using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes a method that evaluates F, or the map whose fixed point is sought, for a state that comes as an array.</summary>
internal static class FieldWriter
{
    /// <param name="context">The class.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="formula">The name of what the method computes.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="block">The block.</param>
    /// <param name="share">How often the state itself is in the value beside the block's: -1, 0 or 1.</param>
    public static void Write(ModuleContext context, SourceWriter writer, string formula, string method, Block block, int share)
    {
        var call = new BlockCall(context, block);
        var (time, step, stage, index) = (context.Local("time"), context.Local("step"), context.Local("stage"), context.Local("index"));
        var state = context.Local("state");
        var moved = block.Updated(context.States.Count);
        var (own, value) = (moved.Select(i => context.States[i]).ToList(), moved.Select(i => context.LoneValue[i]).ToList());
        var parameters = context.States.Except(own).Select(other => $"{Torch.Tensor} {other}").Concat(context.Contexts.Select(input => $"{input.Type} {input.Name}"))
            .Concat(call.Extras(time, step, stage, index).Select(extra => $"{extra.Type} {extra.Name}"));
        Documentation.Summary(writer, $"<c>{formula}(h) = {WithState($"{block.Name}(h)", share)}</c>, for a state that comes as an array.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {Torch.Tensor}[] {method}({string.Join(", ", parameters.Prepend($"{Torch.Tensor}[] {state}"))})"))
        {
            writer.Line($"{StateTuple.Declaration(own)} = {StateTuple.Of(own.Select((_, i) => $"{state}[{i}]").ToList())};");
            writer.Line($"{StateTuple.Declaration(value)} = {call.Direct(context.States, time, step, stage, index)};");
            for (var i = 0; i < value.Count; i++)
            {
                writer.Line($"{SupportFile.Depth.Name("RequireSameState")}({value[i]}, {own[i]}, {Literals.Of($"{context.Model.DisplayName}.{block.Name}")});");
            }

            writer.Line($"return {StateTuple.Array(value.Select((component, i) => WithState(component, own[i], share)))};");
        }
    }

    /// <summary>The method as a function of what the block moves, and then that: the other parts of the state stay as they are.</summary>
    public static string At(ModuleContext context, Field field, IReadOnlyList<string> at, params string[] extras)
    {
        var moved = field.Block.Updated(at.Count);
        return $"{OfState(context, field.Method, at.Where((_, i) => !moved.Contains(i)), extras)}, {string.Join(", ", moved.Select(i => at[i]))}";
    }

    /// <summary>A method as a function of the state alone.</summary>
    public static string OfState(ModuleContext context, string method, IEnumerable<string> parts, params string[] extras)
    {
        var state = context.Local("state");
        var others = parts.Concat(context.Contexts.Select(input => input.Name)).Concat(extras).ToList();
        return others.Count == 0 ? method : $"{state} => {method}({string.Join(", ", others.Prepend(state))})";
    }

    private static string WithState(string value, int share) => share switch
    {
        0 => value,
        1 => $"h + {value}",
        _ => $"{value} - h",
    };

    private static string WithState(string value, string state, int share) => share switch
    {
        0 => value,
        1 => $"{value}.add({state})",
        _ => $"{value}.sub({state})",
    };
}
