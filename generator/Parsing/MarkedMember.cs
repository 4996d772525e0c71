using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>A member with one of ScoreGen's marks.</summary>
internal sealed record MarkedMember(ISymbol Symbol, AttributeData Mark)
{
    /// <summary>A mark on the backing field of a property counts for the property: the field has no name that code can use.</summary>
    public string Name => (Symbol is IFieldSymbol { AssociatedSymbol: { } property } ? property : Symbol).Name;

    public Location Location => BlockParser.Location(Symbol);

    public bool Is(string mark) => ScoreGenTypes.Is(Mark, mark + "Attribute");
}
