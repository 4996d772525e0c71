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

    // These are looked through once a compilation, not once for each of its classes.
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> Twins = new();
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> TwinsInside = new();

    public static string Of(INamedTypeSymbol type, Compilation compilation)
    {
        var name = MetadataName(type);
        if (name.Length <= LongestReadable && !HasTwinInOtherCase(type, Twins.GetValue(compilation, FindTwins)))
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

    /// <summary>A suspect has a twin somewhere; whether it is in the same place takes longer to see.</summary>
    private static bool HasTwinInOtherCase(ISymbol symbol, HashSet<string> suspects)
    {
        for (var current = symbol; current is not (null or INamespaceSymbol { IsGlobalNamespace: true }); current = current.ContainingSymbol)
        {
            if (suspects.Contains(current.Name)
                && current.ContainingSymbol is INamespaceOrTypeSymbol container
                && TwinsInside.GetValue(container, FindTwins).Contains(current.MetadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of types and namespaces of a compilation that differ from another one in case only. No symbol is made for that.</summary>
    private static HashSet<string> FindTwins(Compilation compilation)
    {
        var names = new List<string>();
        _ = compilation.GetSymbolsWithName(
            name =>
            {
                names.Add(name);
                return false;
            },
            SymbolFilter.Namespace | SymbolFilter.Type).Any();
        return TwinsAmong(names);
    }

    /// <summary>The names in a namespace or type that differ from another one in case only.</summary>
    private static HashSet<string> FindTwins(INamespaceOrTypeSymbol container)
    {
        var names = container is INamespaceSymbol ? container.GetMembers().Select(member => member.MetadataName) : container.GetTypeMembers().Select(type => type.MetadataName);
        return TwinsAmong(names);
    }

    private static HashSet<string> TwinsAmong(IEnumerable<string> names)
    {
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var twins = new HashSet<string>();
        foreach (var name in names)
        {
            if (!spellings.TryGetValue(name, out var known))
            {
                spellings.Add(name, name);
            }
            else if (known != name)
            {
                twins.Add(known);
                twins.Add(name);
            }
        }

        return twins;
    }
}
