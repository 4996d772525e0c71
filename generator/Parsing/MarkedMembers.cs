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
                Add(member, type, compilation);
            }
        }
    }

    /// <summary>Those of a mark such as <c>ScoreDt</c>: of the class, or failing those of the nearest base class that has some.</summary>
    public IReadOnlyList<MarkedMember> With(string mark)
    {
        var nearest = members.Find(member => member.Is(mark))?.Symbol.ContainingType;
        return nearest is null ? [] : members.FindAll(member => member.Is(mark) && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, nearest));
    }

    private void Add(ISymbol member, INamedTypeSymbol type, Compilation compilation)
    {
        foreach (var mark in member.GetAttributes())
        {
            // What the class can use is dear to ask, and few members have a mark.
            if (ScoreGenTypes.NameOf(mark) is { } name && !Has(member, name) && compilation.IsSymbolAccessibleWithin(member, type))
            {
                members.Add(new MarkedMember(member, mark));
            }
        }
    }

    /// <summary>A mark that stands twice on a member is the compiler's error.</summary>
    private bool Has(ISymbol member, string attribute)
        => members.Exists(known => ScoreGenTypes.Is(known.Mark, attribute) && SymbolEqualityComparer.Default.Equals(known.Symbol, member));
}
