using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using ScoreGen.Analyzers;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE309 and SCORE314: says that the block has a skip of its own; SCORE309 also, and first, in the way that keeps the model as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnSkipCodeFix))]
[Shared]
public sealed class OwnSkipCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE309", "SCORE314");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic)
    {
        if (diagnostic.Id == "SCORE314")
        {
            return [new Remedy("Strip the skip (StripSkip = true), so that the input is added once: another model", StripAsync)];
        }

        var strip = new Remedy("Strip the skip (StripSkip = true), so that the state decays: another model", StripAsync);
        return diagnostic.Properties.ContainsKey(OwnSkipProperties.CanBeResidual)
            ? [new Remedy("Say that it is a residual network (Update = Residual, StripSkip = true): the same model", SayResidualAsync), strip]
            : [strip];
    }

    /// <summary>The rule that has no decay takes the skips of all blocks as its own. A bound that only the contractive rule is judged by goes.</summary>
    private static async Task<bool> SayResidualAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]).ConfigureAwait(false) is not var (file, annotation)
            || !await StripAsync(files, diagnostic.AdditionalLocations.Skip(1)).ConfigureAwait(false))
        {
            return false;
        }

        file.ReplaceNode(annotation, (current, _) => Annotation.Without(
            Annotation.With((AttributeSyntax)current, "Update", Annotation.Named("global::ScoreGen.UpdateRule.Residual")),
            "Lipschitz"));
        return true;
    }

    /// <summary>The one block that it is said of.</summary>
    private static Task<bool> StripAsync(ChangedFiles files, Diagnostic diagnostic) => StripAsync(files, diagnostic.AdditionalLocations.Skip(1).Take(1));

    private static async Task<bool> StripAsync(ChangedFiles files, IEnumerable<Location> places)
    {
        var blocks = await Task.WhenAll(places.Select(files.Find<MemberDeclarationSyntax>)).ConfigureAwait(false);
        if (blocks.Contains(null))
        {
            return false;
        }

        foreach (var block in blocks)
        {
            Strip(block!, files.Cancellation);
        }

        return true;
    }

    private static void Strip(FoundNode<MemberDeclarationSyntax> member, CancellationToken cancellation)
    {
        if (BlockMark.Find(member, cancellation) is { } mark)
        {
            member.File.ReplaceNode(mark, (current, _) => Stripped((AttributeSyntax)current));
        }
        else
        {
            var lineEnd = LineEnd.Of(member.Node);
            member.File.ReplaceNode(member.Node, (current, _) => Marked((MemberDeclarationSyntax)current, lineEnd));
        }
    }

    private static AttributeSyntax Stripped(AttributeSyntax mark)
        => Annotation.With(mark, "StripSkip", LiteralExpression(SyntaxKind.TrueLiteralExpression));

    /// <summary>The mark gets a line of its own above the member, below the comments that belong to it.</summary>
    private static MemberDeclarationSyntax Marked(MemberDeclarationSyntax member, SyntaxTrivia lineEnd)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } spaces ? TriviaList(spaces) : TriviaList();
        var mark = Stripped(Attribute(ParseName("global::ScoreGen.ScoreBlock")).WithAdditionalAnnotations(Simplifier.Annotation));
        var list = AttributeList(SingletonSeparatedList(mark)).WithLeadingTrivia(leading).WithTrailingTrivia(lineEnd);
        var bare = member.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }
}
