using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Which statement or expression branches where a flow graph does.</summary>
internal static class Branchings
{
    /// <summary>The one whose condition, or part of a condition, this is.</summary>
    public static SyntaxNode Of(IOperation condition)
    {
        var whole = condition.Syntax;
        while (whole.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } || IsLogical(whole.Parent))
        {
            whole = whole.Parent!;
        }

        if (IsLogical(whole) && !Branches(whole.Parent))
        {
            return whole;
        }

        return whole.AncestorsAndSelf().TakeWhile(node => node == whole || !IsLogical(node)).FirstOrDefault(Branches) ?? whole;
    }

    /// <summary>Whether it is an expression that picks its value by a condition.</summary>
    public static bool Picks(SyntaxNode branching) => branching is ConditionalExpressionSyntax or SwitchExpressionSyntax || IsLogical(branching);

    private static bool IsLogical(SyntaxNode? node)
        => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression };

    private static bool Branches(SyntaxNode? node) => node switch
    {
        IfStatementSyntax or SwitchStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        ConditionalExpressionSyntax or SwitchExpressionSyntax or ConditionalAccessExpressionSyntax or CatchClauseSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression),
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
        StatementSyntax => true,
        _ => false,
    };
}
