using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>The modifiers of a public member beside <c>forward</c>.</summary>
internal static class Modifiers
{
    public static string Of(EmittedNames names, string companion) => names.Companions.First(other => other.Name == companion) switch
    {
        { Overrides: true } => "public override ",
        { Hides: true, IsVirtual: true } => "public new virtual ",
        { Hides: true } => "public new ",
        { IsVirtual: true } => "public virtual ",
        _ => "public ",
    };
}
