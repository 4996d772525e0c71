using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE311: takes a tensor that is kept out of the dispose scope of the evaluation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DetachCodeFix))]
[Shared]
public sealed class DetachCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE311");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic) => [new Remedy("Take it out of the dispose scope", DetachAsync)];

    private static async Task<bool> DetachAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<ExpressionSyntax>(diagnostic.Location).ConfigureAwait(false) is not var (file, kept))
        {
            return false;
        }

        file.ReplaceNode(kept, (current, _) => Detached((ExpressionSyntax)current));
        return true;
    }

    private static ExpressionSyntax Detached(ExpressionSyntax kept)
    {
        var whole = kept.WithoutTrivia();
        var receiver = whole is PostfixUnaryExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax
            ? whole
            : ParenthesizedExpression(whole);
        return InvocationExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, IdentifierName("DetachFromDisposeScope")))
            .WithTriviaFrom(kept);
    }
}
