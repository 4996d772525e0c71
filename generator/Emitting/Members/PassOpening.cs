using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes how every pass begins: the scope that frees what an exception leaves behind, and the count of modules in each list.</summary>
internal static class PassOpening
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        foreach (var phase in context.Depth.Phases.Where(phase => phase.Block.Kind == BlockKind.ModuleList))
        {
            var name = Literals.Of($"{context.Model.DisplayName}.{phase.Block.Name}");
            writer.Line($"{SupportFile.Depth.Name("RequireEntries")}({phase.Block.Target}.Count, {phase.Steps}, {name});");
        }

        foreach (var (phase, source) in context.Depth.Phases.SelectMany(phase => phase.Block.Sources.Select(source => (phase, source))).GroupBy(use => (use.source, use.phase.Steps)).Select(same => same.First()))
        {
            var name = Literals.Of($"{context.Model.DisplayName}.{source.Name}");
            writer.Line(source.Kind == StepSourceKind.Rows
                ? $"{SupportFile.Depth.Name("RequireRows")}({BlockCall.Owner(context, source)}, {phase.Steps}, {name});"
                : $"{SupportFile.Depth.Name("RequireEntries")}({BlockCall.Count(context, source)}, {phase.Steps}, {name}{(source.Kind == StepSourceKind.Parameters ? ", \"parameter\"" : "")});");
        }

        writer.Line($"using var {context.Pass} = {Torch.NewScope};");
    }

    public static void WriteLocals(IEnumerable<PassLocal> locals, SourceWriter writer)
    {
        foreach (var local in locals)
        {
            writer.Line($"var {local.Name} = {local.Expression};");
        }
    }
}
