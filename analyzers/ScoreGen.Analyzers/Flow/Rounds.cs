using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>How often a constructor runs one of its expressions.</summary>
internal sealed class Rounds(SourceCode code)
{
    private const int Most = 1024;

    /// <summary>How often in all; null where that is not a constant.</summary>
    public int? Of(SyntaxNode expression)
    {
        var rounds = 1;
        foreach (var around in expression.Ancestors().TakeWhile(ancestor => ancestor is not BaseMethodDeclarationSyntax))
        {
            if (OfOne(around) is not { } count || rounds * count > Most)
            {
                return null;
            }

            rounds *= count;
        }

        return rounds;
    }

    private int? OfOne(SyntaxNode around) => around switch
    {
        ForStatementSyntax or ForEachStatementSyntax when around.DescendantNodes().Any(Leaves) => null,
        ForStatementSyntax => code.Operation(around) is IForLoopOperation loop ? Loops.Rounds(loop) : null,
        ForEachStatementSyntax => code.Operation(around) is IForEachLoopOperation loop ? Loops.Rounds(loop) : null,
        WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax or SwitchStatementSyntax or TryStatementSyntax => null,
        ConditionalExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => null,
        _ => 1,
    };

    private static bool Leaves(SyntaxNode node) => node is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax;
}
