using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE006: turns a forward pass written by hand into the block, where it can be one and there is no other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardToBlockCodeFix))]
[Shared]
public sealed class ForwardToBlockCodeFix : ScoreCodeFixProvider
{
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

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(NameParser.CanBecomeBlock) ? [new Remedy("Turn forward into the block", ToBlockAsync)] : [];

    private static async Task<bool> ToBlockAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<MethodDeclarationSyntax>(diagnostic.Location).ConfigureAwait(false) is not var (file, forward))
        {
            return false;
        }

        file.ReplaceNode(forward, (current, _) => ToBlock((MethodDeclarationSyntax)current));
        return true;
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
