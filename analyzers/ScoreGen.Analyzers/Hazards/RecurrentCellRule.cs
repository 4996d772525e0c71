using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE312: a recurrent cell as the block gets the state as what it reads, and a context as its state.</summary>
internal sealed class RecurrentCellRule() : BlockRule(Descriptors.RecurrentCell)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        if (Types(flow).Select(TorchTypes.RecurrentCell).FirstOrDefault(name => name is not null) is not { } cell)
        {
            return;
        }

        report(new Finding(Descriptors.RecurrentCell, BlockParser.Location(flow.Block.Member), RecurrentCellProperties.Of(flow.Block), flow.Block.Member.Name, Kind(flow.Block, cell), Advice(flow.Block, cell)));
    }

    private static string Kind(BlockContext block, string cell)
        => block.IsOnePerStep ? $"holds recurrent cells, each {Article(cell)} {cell}" : $"is a recurrent cell, {Article(cell)} {cell}";

    private static string Article(string cell) => cell.StartsWith("RNN", StringComparison.Ordinal) ? "an" : "a";

    private static string Advice(BlockContext block, string cell)
        => block.IsOnePerStep
            ? $"Tensor Block(Tensor h, Tensor x, [ScorePerStep(nameof({block.Member.Name}))] {cell} cell) => cell.call(x, h), and leave Weights out"
            : $"Tensor Block(Tensor h, Tensor x) => {block.Member.Name}.call(x, h)";

    /// <summary>What the member is declared as, and made as; of a ModuleList what it holds.</summary>
    private static IEnumerable<ITypeSymbol> Types(BlockFlow flow)
    {
        var member = flow.Block.Member;
        var declared = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        var made = flow.Block.Creations.Of(member)?.Unwrap().Type;
        var held = flow.Block.Groups.Of(member) is { } elements ? elements.Select(element => element.Unwrap().Type) : [];
        return new[] { declared, declared is null ? null : TorchTypes.ModuleListElement(declared), made }.Concat(held).OfType<ITypeSymbol>();
    }
}

/// <summary>What travels with SCORE312 to its fix.</summary>
internal static class RecurrentCellProperties
{
    /// <summary>Present where a method can take the place of the block: where it is one cell, and this class's own.</summary>
    public const string IsOne = nameof(IsOne);

    public static ImmutableDictionary<string, string?> Of(BlockContext block)
        => SymbolEqualityComparer.Default.Equals(block.Member.ContainingType, block.Type) && !block.IsOnePerStep
            ? ImmutableDictionary<string, string?>.Empty.Add(IsOne, "")
            : ImmutableDictionary<string, string?>.Empty;
}
