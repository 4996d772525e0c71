using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Generator.Tests;

/// <summary>Empties the bodies of emitted members: what is left is as much as an analyzer looks at.</summary>
internal sealed class Headers : CSharpSyntaxRewriter
{
    private static readonly ExpressionSyntax Nothing = SyntaxFactory.ParseExpression("default!");

    public static SyntaxTree Of(SyntaxTree file) => file.WithRootAndOptions(new Headers().Visit(file.GetRoot()), file.Options);

    public override SyntaxNode VisitBlock(BlockSyntax node) => SyntaxFactory.Block();

    public override SyntaxNode VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => node.WithExpression(Nothing);
}
