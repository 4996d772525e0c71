using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>A module that the block uses, named by where it is held.</summary>
/// <param name="Holder">The field or property that holds it, or the collection it is in; null for one made on the spot.</param>
/// <param name="Index">Which one of a collection: its constant index, or <see cref="Any"/>; null where it is no element.</param>
/// <param name="Creation">The expression that creates it; null where that is not known.</param>
/// <param name="Type">Its type as far as it is known.</param>
internal sealed record ModuleMember(ISymbol? Holder, int? Index, IOperation? Creation, ITypeSymbol Type)
{
    public const int Any = -1;

    public string Name => Index is null || Holder is null ? Holder?.Name ?? Type.Name : $"{Holder.Name}[{(Index == Any ? "…" : Index.Value.ToString(CultureInfo.InvariantCulture))}]";

    public bool Equals(ModuleMember? other)
        => other is not null
            && Index == other.Index
            && SymbolEqualityComparer.Default.Equals(Holder, other.Holder)
            && (Holder is not null ? SymbolEqualityComparer.Default.Equals(Type, other.Type) : Creation?.Syntax == other.Creation?.Syntax);

    public override int GetHashCode()
        => unchecked(((Holder is null ? Creation?.Syntax.GetHashCode() ?? 0 : SymbolEqualityComparer.Default.GetHashCode(Holder)) * 31) + (Index ?? -2));
}
