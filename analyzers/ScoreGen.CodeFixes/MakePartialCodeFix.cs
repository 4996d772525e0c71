using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE001: makes the class and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
[Shared]
public sealed class MakePartialCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE001");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic) => [new Remedy("Make partial", MakePartialAsync)];

    private static async Task<bool> MakePartialAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<TypeDeclarationSyntax>(diagnostic.Location).ConfigureAwait(false) is not var (file, innermost))
        {
            return false;
        }

        foreach (var type in innermost.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            file.ReplaceNode(type, (current, _) => Partial((TypeDeclarationSyntax)current));
        }

        return true;
    }

    /// <summary>The modifier stands last; as the only one it takes over what stood before the keyword.</summary>
    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type
                .WithKeyword(type.Keyword.WithLeadingTrivia())
                .AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia));
    }
}
