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
using Microsoft.CodeAnalysis.Simplification;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.CodeFixes;

/// <summary>CS1061 and CS0103: a member that the generator can write, called where nobody asked for it. It is added to <c>Members</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskForMemberCodeFix))]
[Shared]
public sealed class AskForMemberCodeFix : CodeFixProvider
{
    private static readonly SyntaxToken Or = SyntaxFactory.Token(SyntaxKind.BarToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS1061", "CS0103");

    /// <summary>None: once the member is asked for, every call of it is mended.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (Name(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } name
            || EmittedNames.Flag(name.Identifier.ValueText) is var member && member == DepthMembers.None
            || AnnotatedType(name, model, context.CancellationToken) is not { } type
            || DepthParser.FindAttribute(type) is not { } annotation
            || annotation.ApplicationSyntaxReference is not { } place
            || context.Document.Project.Solution.GetDocument(place.SyntaxTree) is not { } document
            || !EmittedNames.IsPossible(name.Identifier.ValueText, DepthParser.IsEquilibrium(annotation))
            || !CanHave(member, type, annotation, model.Compilation, context.CancellationToken))
        {
            return;
        }

        var title = $"Let ScoreGen write {name.Identifier.ValueText}: add DepthMembers.{member} to '{type.Name}'";
        context.RegisterCodeFix(CodeAction.Create(title, cancellation => AskAsync(document, place, member, cancellation), title), context.Diagnostics);
    }

    /// <summary>The name that is missing. After <c>?.</c> the compiler points at the dot as well.</summary>
    private static SimpleNameSyntax? Name(SyntaxNode node) => node is MemberBindingExpressionSyntax binding ? binding.Name : node as SimpleNameSyntax;

    /// <summary>The annotated class that is asked for the member: what stands before the dot, or the class around.</summary>
    private static INamedTypeSymbol? AnnotatedType(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var asked = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression, cancellation).Type,
            MemberBindingExpressionSyntax binding => model.GetTypeInfo(binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()!.Expression, cancellation).Type,
            _ => model.GetEnclosingSymbol(name.SpanStart, cancellation)?.ContainingType,
        };
        for (var current = asked as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (DepthParser.FindAttribute(current) is not null)
            {
                return current;
            }
        }

        return null;
    }

    private static bool CanHave(DepthMembers member, INamedTypeSymbol type, AttributeData annotation, Compilation compilation, CancellationToken cancellation)
        => member != DepthMembers.Steps
            || DepthParser.Parse(type, annotation, compilation, cancellation).Depth is not { } depth
            || !StepRange.Of(depth).IsOneNumber;

    private static async Task<Document> AskAsync(Document document, SyntaxReference place, DepthMembers member, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var attribute = (AttributeSyntax)root.FindNode(place.Span);
        var asked = SyntaxFactory.ParseExpression($"global::ScoreGen.DepthMembers.{member}").WithAdditionalAnnotations(Simplifier.Annotation);
        var present = Annotation.Find(attribute, "Members")?.Expression;
        var isNone = present is null || present.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText == nameof(DepthMembers.None);
        var value = isNone ? asked : SyntaxFactory.BinaryExpression(SyntaxKind.BitwiseOrExpression, present!.WithoutTrivia(), Or, asked);
        return document.WithSyntaxRoot(root.ReplaceNode(attribute, Annotation.With(attribute, "Members", value)));
    }
}
