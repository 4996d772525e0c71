using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE006: turns a forward pass written by hand into the block, where it can be one and there is no other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardToBlockCodeFix))]
[Shared]
public sealed class ForwardToBlockCodeFix : CodeFixProvider
{
    private const string Title = "Turn forward into the block";

    private static readonly SyntaxKind[] Dropped =
    [
        SyntaxKind.PublicKeyword,
        SyntaxKind.ProtectedKeyword,
        SyntaxKind.InternalKeyword,
        SyntaxKind.PrivateKeyword,
        SyntaxKind.OverrideKeyword,
        SyntaxKind.VirtualKeyword,
        SyntaxKind.SealedKeyword,
        SyntaxKind.NewKeyword,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE006");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics.Any(IsOffered))
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, cancellation => FixAsync(context.Document, context.Diagnostics, cancellation), Title),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    private static bool IsOffered(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(NameParser.CanBecomeBlock);

    private static async Task<Document> FixAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var methods = diagnostics
            .Where(IsOffered)
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!);
        return document.WithSyntaxRoot(root.ReplaceNodes(methods, (_, method) => ToBlock(method)));
    }

    private static MethodDeclarationSyntax ToBlock(MethodDeclarationSyntax forward)
    {
        var before = forward.Modifiers.FirstOrDefault() is { RawKind: not 0 } first ? first.LeadingTrivia : forward.ReturnType.GetLeadingTrivia();
        var kept = forward.Modifiers.Where(modifier => !Dropped.Contains(modifier.Kind())).Select(modifier => modifier.WithLeadingTrivia());
        var isPrivate = SyntaxFactory.Token(before, SyntaxKind.PrivateKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return forward
            .WithReturnType(forward.ReturnType.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(kept.Prepend(isPrivate)))
            .WithIdentifier(SyntaxFactory.Identifier(BlockParser.DefaultName).WithTriviaFrom(forward.Identifier));
    }
}
