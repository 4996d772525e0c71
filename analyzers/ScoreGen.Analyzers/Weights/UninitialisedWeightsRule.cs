using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE207: a GroupNorm whose weights TorchSharp leaves as the memory happened to be, and nobody initialises.</summary>
internal sealed class UninitialisedWeightsRule() : BlockRule(Descriptors.UninitialisedWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var creation in GroupNormWeights.Uninitialised(flow.Block.Code, Registration.Types(flow.Block.Type).ToList()).Where(creation => !IsFresh(flow, creation.Syntax)))
        {
            report(new Finding(Descriptors.UninitialisedWeights, creation.Syntax.GetLocation(), Advice(creation)));
        }
    }

    /// <summary>What a block makes at each evaluation has more against it.</summary>
    private static bool IsFresh(BlockFlow flow, SyntaxNode creation)
        => flow.All<Construction>().Any(made => made.Operation.Syntax == creation && !flow.IsKept(made))
            || flow.Block.Parse.Members.Any(block => block.Symbol is IMethodSymbol && !SymbolEqualityComparer.Default.Equals(block.Symbol, flow.Block.Member) && block.Symbol.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == creation.SyntaxTree && part.Span.Contains(creation.Span)));

    private static string Advice(IOperation creation)
        => GroupNormWeights.Called(creation) is { } name
            ? $"in the constructor, write init.ones_({name}.weight) and init.zeros_({name}.bias)"
            : $"in the constructor, make it first, var norm = {creation.Syntax}, write init.ones_(norm.weight) and init.zeros_(norm.bias), and put norm here";
}
