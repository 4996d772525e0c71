using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Evaluate</c>: the block in a scope of its own, for steps of several evaluations.</summary>
internal static class EvaluateWriter
{
    public static void Write(EmitContext context, SourceWriter writer, StepGroup group)
    {
        var block = new BlockCall(context, group.Phase.Block);
        var (time, step, stage, index) = (context.Local("time"), context.Local("step"), context.Local("stage"), context.Local("index"));
        var scope = context.Local("scope");
        var value = group.Phase.Block.Updated(context.States.Count).Select(i => context.LoneValue[i]).ToList();
        var extras = block.Extras(time, step, stage, index).Select(extra => $"{extra.Type} {extra.Name}");
        var parameters = context.Model.Module.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}").Concat(extras);
        Documentation.Summary(writer, $"One evaluation of {group.Phase.Block.Name}. What it leaves behind is freed here; an input that it hands back stays where it is.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {(value.Count == context.States.Count ? context.StateType : Torch.Tensor)} {context.EvaluateName(group.Phase)}({string.Join(", ", parameters)})"))
        {
            writer.Line($"using var {scope} = {Torch.NewScope};");
            writer.Line($"{StateTuple.Declaration(value)} = {block.Direct(context.States, time, step, stage, index)};");
            writer.Line($"return {StateTuple.Of(value.Select(component => $"{scope}.Contains({component}) ? {component}{Torch.Keep} : {component}").ToList())};");
        }
    }
}
