using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// The names of emitted files: the full metadata name, so that two classes never share one. The compiler compares them without
/// regard to case and a disk limits their length; where that matters, a hash of the exact name is added.
/// </summary>
internal static class HintNames
{
    private const int LongestReadable = 120;

    public static string Of(INamedTypeSymbol type)
    {
        var name = MetadataName(type);
        if (name.Length <= LongestReadable && !HasTwinInOtherCase(type))
        {
            return name + ".g.cs";
        }

        var readable = name.Length <= LongestReadable ? name : name.Substring(0, LongestReadable);
        return $"{readable}-{Hash(name)}.g.cs";
    }

    private static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, outer.MetadataName + "+");
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, space.MetadataName + ".");
        }

        return name.ToString();
    }

    private static bool HasTwinInOtherCase(ISymbol symbol)
    {
        for (var current = symbol; current is not (null or INamespaceSymbol { IsGlobalNamespace: true }); current = current.ContainingSymbol)
        {
            if (current.ContainingSymbol is INamespaceOrTypeSymbol container
                && container.GetMembers().Any(other => IsTwin(other, current)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTwin(ISymbol other, ISymbol symbol)
        => other is INamespaceOrTypeSymbol
            && other.MetadataName != symbol.MetadataName
            && string.Equals(other.MetadataName, symbol.MetadataName, StringComparison.OrdinalIgnoreCase);

    /// <summary>FNV-1a: the same on every host and in every process.</summary>
    private static string Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
