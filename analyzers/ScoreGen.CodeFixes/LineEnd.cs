using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.CodeFixes;

/// <summary>The line ends of a file, which what a fix adds keeps to.</summary>
internal static class LineEnd
{
    public static SyntaxTrivia Of(SyntaxNode node)
        => node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } first
            ? first
            : SyntaxFactory.EndOfLine("\n");
}
