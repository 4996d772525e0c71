using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE309: says that the block has a skip of its own, so that F is what it adds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StripSkipCodeFix))]
[Shared]
public sealed class StripSkipCodeFix : CodeFixProvider
{
    private const string Title = "Set StripSkip = true";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE309");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Edits.FixAll(Mend);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Edits.OfferAsync(context, Title, Mend);

    private static Action<SyntaxEditor>? Mend(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        var mark = member.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => IsMark(model, attribute, cancellation));
        return mark is not null
            ? editor => editor.ReplaceNode(mark, (current, _) => Strip((AttributeSyntax)current))
            : editor => editor.ReplaceNode(member, (current, _) => Marked((MemberDeclarationSyntax)current));
    }

    private static bool IsMark(SemanticModel model, AttributeSyntax attribute, CancellationToken cancellation)
        => model.GetTypeInfo(attribute, cancellation).Type is { Name: "ScoreBlockAttribute", ContainingNamespace: { Name: "ScoreGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static AttributeSyntax Strip(AttributeSyntax mark)
        => Annotation.With(mark, "StripSkip", LiteralExpression(SyntaxKind.TrueLiteralExpression));

    /// <summary>The mark gets a line of its own above the member, below the comments that belong to it.</summary>
    private static MemberDeclarationSyntax Marked(MemberDeclarationSyntax member)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } spaces ? TriviaList(spaces) : TriviaList();
        var mark = Strip(Attribute(ParseName("global::ScoreGen.ScoreBlock")).WithAdditionalAnnotations(Simplifier.Annotation));
        var list = AttributeList(SingletonSeparatedList(mark)).WithLeadingTrivia(leading).WithTrailingTrivia(EndOfLine("\n"));
        var bare = member.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }
}
