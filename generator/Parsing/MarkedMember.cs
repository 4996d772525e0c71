using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>A member with one of ScoreGen's marks.</summary>
internal sealed record MarkedMember(ISymbol Symbol, AttributeData Mark)
{
    /// <summary>The members of a class, or failing those of a base class, that have a mark and that the class can use.</summary>
    /// <param name="type">The class.</param>
    /// <param name="mark">The name of the mark, such as <c>ScoreDt</c>.</param>
    /// <param name="compilation">Says what the class can use.</param>
    public static IReadOnlyList<MarkedMember> Of(INamedTypeSymbol type, string mark, Compilation compilation)
    {
        var attribute = mark + "Attribute";
        for (var current = type; current is not null && !TorchTypes.IsOfTorchSharp(current); current = current.BaseType)
        {
            // Few members have a mark, and what the class can use is dear to ask.
            var marked = current.GetMembers()
                .Where(member => !member.GetAttributes().IsEmpty)
                .Select(member => Marked(member, attribute))
                .OfType<MarkedMember>()
                .Where(found => compilation.IsSymbolAccessibleWithin(found.Symbol, type))
                .ToList();
            if (marked.Count > 0)
            {
                return marked;
            }
        }

        return [];
    }

    private static MarkedMember? Marked(ISymbol member, string attribute)
        => member.GetAttributes().FirstOrDefault(given => ScoreGenTypes.Is(given, attribute)) is { } mark ? new MarkedMember(member, mark) : null;

    /// <summary>A mark on the backing field of a property counts for the property: the field has no name that code can use.</summary>
    public string Name => (Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : Symbol).Name;

    public Location Location => BlockParser.Location(Symbol);

    public bool Is(string mark) => ScoreGenTypes.Is(Mark, mark + "Attribute");
}
