using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Whether the modules of a collection feed one another.</summary>
internal static class Chains
{
    /// <summary>Whether an element is called, in a loop, on what another element of the same collection returned.</summary>
    public static bool FeedsItself(BlockFlow flow, ModuleMember collection)
        => flow.All<ModuleCall>().Any(call => IsElement(call, collection.Holder, ModuleMember.Any) && Went(call, collection.Holder, ModuleMember.Any));

    /// <summary>Whether each element but the first is called on what the one before it returned.</summary>
    public static bool FollowsIndices(BlockFlow flow, ISymbol collection, int count)
        => Enumerable.Range(1, count - 1).All(i => flow.All<ModuleCall>().Any(call => IsElement(call, collection, i) && Went(call, collection, i - 1)));

    private static bool IsElement(ModuleCall call, ISymbol? collection, int index)
        => call.Module.Index == index && SymbolEqualityComparer.Default.Equals(call.Module.Holder, collection);

    private static bool Went(ModuleCall call, ISymbol? collection, int index)
        => call.Input.Path.Any(module => module.Index == index && SymbolEqualityComparer.Default.Equals(module.Holder, collection));
}
