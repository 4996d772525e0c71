using System;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE311: takes a tensor that is kept out of the dispose scope of the evaluation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DetachCodeFix))]
[Shared]
public sealed class DetachCodeFix : CodeFixProvider
{
    private const string Title = "Take it out of the dispose scope";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE311");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Edits.FixAll(Mend);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Edits.OfferAsync(context, Title, Mend);

    private static Action<SyntaxEditor>? Mend(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax kept
            ? editor => editor.ReplaceNode(kept, (current, _) => Detached((ExpressionSyntax)current))
            : null;

    private static ExpressionSyntax Detached(ExpressionSyntax kept)
    {
        var whole = kept.WithoutTrivia();
        var receiver = whole is PostfixUnaryExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax
            ? whole
            : ParenthesizedExpression(whole);
        return InvocationExpression(MemberAccessExpression(Microsoft.CodeAnalysis.CSharp.SyntaxKind.SimpleMemberAccessExpression, receiver, IdentifierName("DetachFromDisposeScope")))
            .WithTriviaFrom(kept);
    }
}
