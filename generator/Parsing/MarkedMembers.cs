using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>The members with ScoreGen's marks that a class can use: its own, and behind them those of its base classes.</summary>
internal sealed class MarkedMembers
{
    private readonly List<MarkedMember> members = [];

    public MarkedMembers(INamedTypeSymbol type, Compilation compilation)
    {
        for (var current = type; current is not null && !TorchTypes.IsOfTorchSharp(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                foreach (var mark in member.GetAttributes())
                {
                    // What the class can use is dear to ask, and few members have a mark.
                    if (mark.AttributeClass is { } attribute && ScoreGenTypes.Has(attribute) && !Has(member, attribute) && compilation.IsSymbolAccessibleWithin(member, type))
                    {
                        members.Add(new MarkedMember(member, mark));
                    }
                }
            }
        }
    }

    /// <summary>Those of a mark such as <c>ScoreDt</c>: of the class, or failing those of the nearest base class that has some.</summary>
    public IReadOnlyList<MarkedMember> With(string mark)
    {
        var nearest = members.Find(member => member.Is(mark))?.Symbol.ContainingType;
        return nearest is null ? [] : members.FindAll(member => member.Is(mark) && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, nearest));
    }

    /// <summary>A mark that stands twice on a member is the compiler's error.</summary>
    private bool Has(ISymbol member, INamedTypeSymbol attribute)
        => members.Exists(known => SymbolEqualityComparer.Default.Equals(known.Symbol, member) && SymbolEqualityComparer.Default.Equals(known.Mark.AttributeClass, attribute));
}
