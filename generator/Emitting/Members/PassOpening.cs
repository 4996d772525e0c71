using System.Collections.Generic;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes how every pass begins: the scope that frees what an exception leaves behind, and the count of modules in each list.</summary>
internal static class PassOpening
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        foreach (var check in EntryCheck.Of(context))
        {
            writer.Line(check.Call(check.Owner));
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
