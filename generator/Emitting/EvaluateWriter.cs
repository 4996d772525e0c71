using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>Evaluate</c>: the block in a scope of its own, for steps of several evaluations.</summary>
internal static class EvaluateWriter
{
    public static void Write(Scene scene, SourceWriter writer, StepKind kind)
    {
        var block = new BlockCall(scene, kind);
        var (time, step, stage, index) = (scene.Local("time"), scene.Local("step"), scene.Local("stage"), scene.Local("index"));
        var scope = scene.Local("scope");
        var value = scene.LoneValue;
        var extras = block.EvaluateExtras(time, step, stage, index).Select(extra => $"{extra.Type} {extra.Name}");
        var parameters = scene.Model.Module.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}").Concat(extras);
        Documentation.Summary(writer, $"One evaluation of {kind.Phase.Block.Name}. What it leaves behind is freed here; an input that it hands back stays where it is.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {scene.StateType} {block.EvaluateName}({string.Join(", ", parameters)})"))
        {
            writer.Line($"using var {scope} = {Torch.NewScope};");
            writer.Line($"{Tuple.Declaration(value)} = {block.Direct(scene.States, time, step, stage, index)};");
            writer.Line($"return {Tuple.Of(value.Select(component => $"{scope}.Contains({component}) ? {component}{Torch.Keep} : {component}").ToList())};");
        }
    }
}
