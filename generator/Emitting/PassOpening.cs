using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes how every pass begins: the scope that frees what an exception leaves behind, and the count of modules in each list.</summary>
internal static class PassOpening
{
    public static void Write(Scene scene, SourceWriter writer)
    {
        foreach (var phase in scene.Depth.Phases.Where(phase => phase.Block.Kind == BlockKind.ModuleList))
        {
            var name = Literals.Of($"{scene.Model.DisplayName}.{phase.Block.Name}");
            writer.Line($"{SupportFile.Depth.Name("RequireEntries")}({phase.Block.Target}.Count, {phase.Steps}, {name});");
        }

        writer.Line($"using var {scene.Pass} = {Torch.NewScope};");
    }
}
