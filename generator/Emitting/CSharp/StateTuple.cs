using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>Writes the components of a state: one alone, several as a tuple.</summary>
internal static class StateTuple
{
    public static string Of(IReadOnlyList<string> components) => components.Count == 1 ? components[0] : $"({string.Join(", ", components)})";

    /// <summary>A declaration with <c>var</c> that takes a state apart.</summary>
    public static string Declaration(IReadOnlyList<string> components) => "var " + Of(components);

    /// <summary>The components as an array.</summary>
    public static string Array(IEnumerable<string> components) => $"new {Torch.Tensor}[] {{ {string.Join(", ", components)} }}";

    /// <summary>The state moved to the scope around the current one.</summary>
    public static string Kept(IReadOnlyList<string> components) => Of(components.Select(component => component + Torch.Keep).ToList());
}
