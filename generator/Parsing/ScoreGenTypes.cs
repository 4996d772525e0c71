using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>ScoreGen's own attributes, as this compilation references them.</summary>
internal static class ScoreGenTypes
{
    /// <summary>The metadata name of <c>[ScoreDepth]</c>.</summary>
    public const string DepthAttribute = "ScoreGen.ScoreDepthAttribute";

    /// <summary>The metadata name of <c>[ScoreEquilibrium]</c>.</summary>
    public const string EquilibriumAttribute = "ScoreGen.ScoreEquilibriumAttribute";

    /// <summary>The name of an attribute of ours; null for any other.</summary>
    public static string? NameOf(AttributeData attribute) => attribute.AttributeClass is { } type && Has(type) ? type.Name : null;

    public static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && type.Name == name && Has(type);

    public static bool Has(ITypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: "ScoreGen", ContainingNamespace.IsGlobalNamespace: true } };
}
