using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>The <c>new</c> of a member that hides one of a base class.</summary>
internal static class Modifier
{
    public static string New(DepthModel model, string member) => model.Names.Hiding.Contains(member) ? "new " : "";
}
