using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Tracking;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// The names of emitted files: the full metadata name, so that two classes never share one. The compiler compares them without
/// regard to case and a disk limits their length; where that matters, a hash of the exact name is added.
/// </summary>
internal static class HintNames
{
    private const int LongestReadable = 120;

    // A namespace is looked through once a compilation, not once for each of its classes.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Twins = new();

    public static string Of(INamedTypeSymbol type)
    {
        var name = MetadataName(type);
        if (name.Length <= LongestReadable && !HasTwinInOtherCase(type))
        {
            return name + ".g.cs";
        }

        var readable = name.Length <= LongestReadable ? name : name.Substring(0, LongestReadable);
        return string.Format(CultureInfo.InvariantCulture, "{0}-{1:x16}.g.cs", readable, Fingerprint.Of(name));
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
            if (current.ContainingSymbol is INamespaceOrTypeSymbol container && Twins.GetValue(container, FindTwins).Contains(current.MetadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names in a namespace or type that differ from another one in case only.</summary>
    private static HashSet<string> FindTwins(INamespaceOrTypeSymbol container)
    {
        var names = container is INamespaceSymbol ? container.GetMembers().Select(member => member.MetadataName) : container.GetTypeMembers().Select(type => type.MetadataName);
        var twins = names
            .Distinct()
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group);
        return new HashSet<string>(twins);
    }
}
