using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Checkpointed</c>: a step that keeps only its inputs, and is computed again in the backward pass.</summary>
internal static class CheckpointWriter
{
    public static void Write(EmitContext context, SourceWriter writer, bool withEnergy)
    {
        var (step, time, inputs, outputs) = (context.Local("step"), context.Local("time"), context.Local("inputs"), context.Local("outputs"));
        var energy = context.Local("energy");
        var name = withEnergy ? context.Model.Names.CheckpointedWithEnergy : context.Model.Names.Checkpointed;
        Documentation.Summary(writer, $"Takes one step{(withEnergy ? " with its energy" : "")}, keeps only what goes in, and computes the step again in the backward pass.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {context.StateType} {name}({AdvanceWriter.Parameters(context, step, time)}{(withEnergy ? $", out {Torch.Tensor} {energy}" : "")})"))
        {
            var tensors = context.Model.Module.Parameters.Where(parameter => parameter.IsTensor).Select(parameter => parameter.Name);
            writer.Line($"var {outputs} = {SupportFile.Checkpoint.Name("Run")}(");
            using (writer.Indent())
            {
                writer.Line("this,");
                using (writer.Braces($"{inputs} =>", ","))
                {
                    WriteStep(context, writer, withEnergy, step, time, inputs);
                }

                writer.Line($"{string.Join(", ", tensors)});");
            }

            if (withEnergy)
            {
                writer.Line($"{energy} = {outputs}[{context.States.Count}];");
            }

            writer.Line($"return {StateTuple.Of(context.States.Select((_, i) => $"{outputs}[{i}]").ToList())};");
        }
    }

    private static void WriteStep(EmitContext context, SourceWriter writer, bool withEnergy, string step, string time, string inputs)
    {
        var next = context.Locals("next");
        var spent = context.Local("spent");
        var method = withEnergy ? context.Model.Names.AdvanceWithEnergy : context.Model.Names.Advance;
        var tensor = 0;
        var arguments = context.Model.Module.Parameters.Select(parameter => parameter.IsTensor ? $"{inputs}[{tensor++}]" : parameter.Name).ToList();
        var first = context.UsesTime ? $"{step}, {time}" : step;
        writer.Line($"{StateTuple.Declaration(next)} = {method}({first}, {string.Join(", ", arguments)}{(withEnergy ? $", out var {spent}" : "")});");
        writer.Line($"return {StateTuple.Array(withEnergy ? next.Append(spent) : next)};");
    }
}
