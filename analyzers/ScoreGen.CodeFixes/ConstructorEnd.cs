using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>Calls RegisterComponents() as the last thing that a constructor does.</summary>
internal static class ConstructorEnd
{
    public const string Call = "RegisterComponents();";

    /// <summary>Whether an earlier fix of the same run has added the call.</summary>
    public static bool IsCalled(SyntaxNode node)
        => node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "RegisterComponents" });

    /// <param name="constructor">The constructor as it is by now.</param>
    /// <param name="original">The same as it stands in its file.</param>
    public static ConstructorDeclarationSyntax Add(ConstructorDeclarationSyntax constructor, ConstructorDeclarationSyntax original)
        => IsCalled(constructor) ? constructor
            : constructor.ExpressionBody is { } arrow ? WithBlock(constructor, arrow, original)
            : constructor.Body is { Statements.Count: 0 } empty && !empty.DescendantTrivia().Any(IsComment) ? WithArrow(constructor, empty)
            : constructor.Body is { } body ? constructor.WithBody(WithCall(body, original))
            : constructor;

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    /// <summary><c>{ }</c> becomes <c>=> RegisterComponents();</c></summary>
    private static ConstructorDeclarationSyntax WithArrow(ConstructorDeclarationSyntax constructor, BlockSyntax empty)
    {
        var head = constructor.WithBody(null);
        return head
            .ReplaceToken(head.GetLastToken(), head.GetLastToken().WithTrailingTrivia(Space))
            .WithExpressionBody(ArrowExpressionClause(Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(Space), ((ExpressionStatementSyntax)ParseStatement(Call)).Expression))
            .WithSemicolonToken(Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(empty.GetTrailingTrivia()));
    }

    /// <summary><c>=> x = y;</c> becomes a block of that statement and the call, each on a line of its own.</summary>
    private static ConstructorDeclarationSyntax WithBlock(ConstructorDeclarationSyntax constructor, ArrowExpressionClauseSyntax arrow, ConstructorDeclarationSyntax original)
    {
        var (lineEnd, indentation) = (LineEnd.Of(original), Whitespace(NewMember.Spaces(original)));
        var inner = Whitespace(indentation + (indentation.ToString().Contains("\t") ? "\t" : "    "));
        var trailing = constructor.SemicolonToken.TrailingTrivia;
        var head = constructor.WithExpressionBody(null).WithSemicolonToken(default);
        StatementSyntax[] statements =
        [
            ExpressionStatement(arrow.Expression.WithoutTrivia()).WithLeadingTrivia(inner).WithTrailingTrivia(lineEnd),
            ParseStatement(Call).WithLeadingTrivia(inner).WithTrailingTrivia(lineEnd),
        ];
        return head
            .ReplaceToken(head.GetLastToken(), head.GetLastToken().WithTrailingTrivia(lineEnd))
            .WithBody(Block(
                Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd),
                List(statements),
                Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(trailing)));
    }

    /// <summary>On a line of its own, if the last statement has one; before a return, if that is the last statement.</summary>
    private static BlockSyntax WithCall(BlockSyntax body, ConstructorDeclarationSyntax original)
    {
        var call = ParseStatement(Call);
        if (body.Statements.LastOrDefault() is not { } last)
        {
            var indentation = Whitespace(NewMember.Spaces(original) + "    ");
            return body.WithStatements([call.WithLeadingTrivia(indentation).WithTrailingTrivia(LineEnd.Of(original))]);
        }

        var isAlone = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        call = call.WithLeadingTrivia(isAlone ? last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1) : []).WithTrailingTrivia(isAlone ? LineEnd.Of(original) : Space);
        return body.WithStatements(last is ReturnStatementSyntax ? body.Statements.Insert(body.Statements.Count - 1, call) : body.Statements.Add(call));
    }
}
