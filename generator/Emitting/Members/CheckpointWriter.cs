using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Checkpointed</c>: a step that keeps only its inputs, and is computed again in the backward pass.</summary>
internal static class CheckpointWriter
{
    public static void Write(EmitContext context, SourceWriter writer, StepKind kind)
    {
        var (step, time, inputs, outputs) = (context.Local("step"), context.Local("time"), context.Local("inputs"), context.Local("outputs"));
        var energy = kind == StepKind.WithEnergy ? context.Local("energy") : null;
        var what = kind switch { StepKind.WithEnergy => " with its energy", StepKind.Sized => " of a size that is chosen at run time", _ => "" };
        Documentation.Summary(writer, $"Takes one step{what}, keeps only what goes in, and computes the step again in the backward pass.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {context.StateType} {Name(context, kind)}({AdvanceWriter.Parameters(context, kind, step, time)}{AdvanceWriter.Memory(context)}{(energy is null ? "" : $", out {Torch.Tensor} {energy}")})"))
        {
            var tensors = context.Model.Module.Parameters.Where(parameter => parameter.IsTensor).Select(parameter => parameter.Name);
            writer.Line($"var {outputs} = {SupportFile.Checkpoint.Name("Run")}(");
            using (writer.Indent())
            {
                writer.Line("this,");
                using (writer.Braces($"{inputs} =>", ","))
                {
                    WriteStep(context, writer, kind, step, time, inputs);
                }

                writer.Line($"{string.Join(", ", context.Carry is null ? tensors : tensors.Append(context.Carry))});");
            }

            if (energy is not null)
            {
                writer.Line($"{energy} = {outputs}[{context.States.Count}];");
            }

            if (context.Carry is not null)
            {
                var others = Literals.Of(context.States.Count + (energy is null ? 0 : 1));
                writer.Line($"{AdvanceWriter.Carried(context)} = {outputs}.Length > {others} ? {outputs}[{others}] : null;");
            }

            writer.Line($"return {StateTuple.Of(context.States.Select((_, i) => $"{outputs}[{i}]").ToList())};");
        }
    }

    public static string Name(EmitContext context, StepKind kind) => kind switch
    {
        StepKind.WithEnergy => context.Model.Names.CheckpointedWithEnergy,
        StepKind.Sized => context.Model.Names.CheckpointedBy,
        _ => context.Model.Names.Checkpointed,
    };

    private static void WriteStep(EmitContext context, SourceWriter writer, StepKind kind, string step, string time, string inputs)
    {
        var next = context.Locals("next");
        var spent = kind == StepKind.WithEnergy ? context.Local("spent") : null;
        var tensor = 0;
        var arguments = new[] { step }
            .Concat(context.UsesTime ? [time] : [])
            .Concat(kind == StepKind.Sized ? [AdvanceWriter.Size(context)] : [])
            .Concat(context.Model.Module.Parameters.Select(parameter => parameter.IsTensor ? $"{inputs}[{tensor++}]" : parameter.Name))
            .Concat(context.Carry is null ? [] : [$"{inputs}[{Literals.Of(context.Model.Module.Parameters.Count(parameter => parameter.IsTensor))}]", $"out var {context.Local("memory")}"])
            .Concat(spent is null ? [] : [$"out var {spent}"])
            .ToList();
        writer.Line($"{StateTuple.Declaration(next)} = {AdvanceWriter.Name(context, kind)}({string.Join(", ", arguments)});");
        var results = spent is null ? next : next.Append(spent).ToList();
        if (context.Carry is null)
        {
            writer.Line($"return {StateTuple.Array(results)};");
            return;
        }

        var memory = context.Local("memory");
        writer.Line($"return {memory} is null ? {StateTuple.Array(results)} : {StateTuple.Array(results.Append(memory))};");
    }
}
