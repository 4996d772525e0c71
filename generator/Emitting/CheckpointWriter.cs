using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>Checkpointed</c>: a step that keeps only its inputs, and is computed again in the backward pass.</summary>
internal static class CheckpointWriter
{
    public static void Write(Scene scene, SourceWriter writer, bool withEnergy)
    {
        var (step, time, inputs, outputs) = (scene.Local("step"), scene.Local("time"), scene.Local("inputs"), scene.Local("outputs"));
        var energy = scene.Local("energy");
        var name = withEnergy ? scene.Model.Names.CheckpointedWithEnergy : scene.Model.Names.Checkpointed;
        Documentation.Summary(writer, $"Takes one step{(withEnergy ? " with its energy" : "")}, keeps only what goes in, and computes the step again in the backward pass.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {scene.StateType} {name}({AdvanceWriter.Parameters(scene, step, time)}{(withEnergy ? $", out {Torch.Tensor} {energy}" : "")})"))
        {
            var tensors = scene.Model.Module.Parameters.Where(parameter => parameter.IsTensor).Select(parameter => parameter.Name);
            writer.Line($"var {outputs} = {SupportFile.Checkpoint.Name("Run")}(");
            using (writer.Indent())
            {
                using (writer.Braces($"{inputs} =>", ","))
                {
                    WriteStep(scene, writer, withEnergy, step, time, inputs);
                }

                writer.Line($"{string.Join(", ", tensors)});");
            }

            if (withEnergy)
            {
                writer.Line($"{energy} = {outputs}[{scene.States.Count}];");
            }

            writer.Line($"return {Tuple.Of(scene.States.Select((_, i) => $"{outputs}[{i}]").ToList())};");
        }
    }

    private static void WriteStep(Scene scene, SourceWriter writer, bool withEnergy, string step, string time, string inputs)
    {
        var next = scene.Locals("next");
        var spent = scene.Local("spent");
        var method = withEnergy ? scene.Model.Names.AdvanceWithEnergy : scene.Model.Names.Advance;
        var tensor = 0;
        var arguments = scene.Model.Module.Parameters.Select(parameter => parameter.IsTensor ? $"{inputs}[{tensor++}]!" : parameter.Name).ToList();
        var first = scene.UsesTime ? $"{step}, {time}" : step;
        writer.Line($"{Tuple.Declaration(next)} = {method}({first}, {string.Join(", ", arguments)}{(withEnergy ? $", out var {spent}" : "")});");
        writer.Line($"return {Tuple.Array(withEnergy ? next.Append(spent) : next)};");
    }
}
