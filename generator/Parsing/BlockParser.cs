using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Finds the members that compute F, and settles their order.</summary>
internal static class BlockParser
{
    public const string AttributeName = "ScoreBlockAttribute";
    public const string DefaultName = "Block";

    public static void Parse(DepthParse parse, Compilation compilation)
    {
        var candidates = Candidates(parse.Type, compilation);
        if (candidates.Count == 0)
        {
            parse.Report(Descriptors.NoBlock, TypeShell.NameLocation(parse.Type), parse.Type.Name);
            return;
        }

        var members = candidates.Select(candidate => new BlockMember(candidate, Mark(candidate))).OrderBy(member => member.Order).ToImmutableArray();
        if (members.Select(member => member.Order).Distinct().Count() < members.Length)
        {
            var names = string.Join(", ", candidates.Select(candidate => candidate.Name));
            var remedy = Mark(candidates[0]) is null
                ? "mark the one that every step applies with [ScoreBlock]"
                : "leave the mark [ScoreBlock] on one of them, or, where they follow one another, number the marks: [ScoreBlock(Order = 1)], [ScoreBlock(Order = 2)]";
            foreach (var candidate in candidates)
            {
                parse.Report(Descriptors.SeveralBlocks, Location(candidate), parse.Type.Name, candidates.Count, names, remedy);
            }

            return;
        }

        parse.Members = members;
    }

    /// <summary>The <c>[ScoreBlock]</c> on a member.</summary>
    public static AttributeData? Mark(ISymbol member)
        => member.GetAttributes().FirstOrDefault(IsBlockAttribute)
            ?? (member is IPropertySymbol property ? BackingField(property)?.GetAttributes().FirstOrDefault(IsBlockAttribute) : null);

    public static Location Location(ISymbol member)
        => member.Locations.FirstOrDefault(location => location.IsInSource) ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>The marked members; failing them the methods called Block; failing those the base classes' visible ones.</summary>
    private static List<ISymbol> Candidates(INamedTypeSymbol type, Compilation compilation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            List<ISymbol> marked = [];
            List<ISymbol> called = [];
            foreach (var member in current.GetMembers())
            {
                var among = CanBeMarked(member) && Mark(member) is not null ? marked : IsCalledBlock(member) ? called : null;
                if (among is not null && compilation.IsSymbolAccessibleWithin(member, type))
                {
                    among.Add(member);
                }
            }

            if (marked.Count + called.Count > 0)
            {
                return marked.Count > 0 ? marked : called;
            }
        }

        return [];
    }

    private static bool CanBeMarked(ISymbol member)
        => member is IMethodSymbol or IPropertySymbol or IFieldSymbol { AssociatedSymbol: null };

    private static bool IsCalledBlock(ISymbol member)
        => member is IMethodSymbol { Name: DefaultName, MethodKind: MethodKind.Ordinary };

    private static bool IsBlockAttribute(AttributeData attribute) => ScoreGenTypes.Is(attribute, AttributeName);

    /// <summary>A mark on the backing field of a property counts for the property.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
