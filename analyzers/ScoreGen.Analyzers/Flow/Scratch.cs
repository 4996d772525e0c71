using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>A field that passes something from one part of the evaluation to another, and is nobody else's business.</summary>
internal static class Scratch
{
    /// <summary>Whether a private field is written by every evaluation, and read only after that and only inside the block.</summary>
    public static bool Is(BlockFlow flow, Store store)
    {
        if (store.IsConditional || store.IsElement || store.Holder is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type })
        {
            return false;
        }

        var written = store.Operation.Syntax;
        var uses = flow.Block.Code.Mentions(type, store.Holder.Name)
            .Where(mention => mention.SyntaxTree != written.SyntaxTree || !store.At.SourceSpan.Contains(mention.Span))
            .ToList();
        return uses.Count > 0 && uses.All(use => flow.Runs(use) && (use.SyntaxTree != written.SyntaxTree || use.SpanStart > written.Span.End || !IsSameMethod(use, written)));
    }

    private static bool IsSameMethod(SyntaxNode use, SyntaxNode written)
        => Method(use) is { } method && method == Method(written);

    private static SyntaxNode? Method(SyntaxNode node)
        => node.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>();
}
