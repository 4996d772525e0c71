using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Fields that run: counters and toggles, as opposed to settings that someone sets once.</summary>
internal static class RunningState
{
    /// <summary>Whether the block writes a field, or a method counts it on.</summary>
    public static bool Runs(BlockFlow flow, ISymbol field)
        => flow.All<Store>().Any(store => SymbolEqualityComparer.Default.Equals(store.Holder, field))
            || (field.ContainingType is { } type && flow.Block.Code.Mentions(type, field.Name).Any(CountsOn));

    private static bool CountsOn(SyntaxNode mention)
    {
        var whole = Creations.Whole(mention);
        return !Creations.IsInConstructor(mention) && whole.Parent switch
        {
            PostfixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--",
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--",
            AssignmentExpressionSyntax assignment => assignment.Left == whole
                && (assignment.OperatorToken.Text != "=" || assignment.Right.DescendantNodesAndSelf().Any(name => name.RawKind == mention.RawKind && name.ToString() == mention.ToString())),
            _ => false,
        };
    }
}
