using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using ScoreGen.Analyzers;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE103: a step size, or an integrator, with which every step is stable. The analyzer says which of them are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnstableDtCodeFix))]
[Shared]
public sealed class UnstableDtCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE103");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await FixAsync(document, diagnostics, context.CodeActionEquivalenceKey!, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Offer(context, UnstableDtFixes.DefaultDt, value => $"Use dt = 1/Steps ({value})");
        Offer(context, UnstableDtFixes.LargestStableDt, value => $"Use the largest stable dt ({value})");
        Offer(context, UnstableDtFixes.ExponentialEuler, _ => "Use ExponentialEuler, which is stable at this dt");
        return Task.CompletedTask;
    }

    private static void Offer(CodeFixContext context, string key, Func<string?, string> title)
    {
        if (context.Diagnostics[0].Properties.TryGetValue(key, out var value))
        {
            context.RegisterCodeFix(
                CodeAction.Create(title(value), cancellation => FixAsync(context.Document, context.Diagnostics, key, cancellation), key),
                context.Diagnostics);
        }
    }

    private static async Task<Document> FixAsync(Document document, IEnumerable<Diagnostic> diagnostics, string key, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var properties = diagnostics
            .Where(diagnostic => diagnostic.Properties.ContainsKey(key))
            .ToDictionary(diagnostic => Attribute(root, diagnostic), diagnostic => diagnostic.Properties);
        return document.WithSyntaxRoot(root.ReplaceNodes(properties.Keys, (attribute, _) => Fix(attribute, key, properties[attribute])));
    }

    private static AttributeSyntax Attribute(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>()!;

    private static AttributeSyntax Fix(AttributeSyntax attribute, string key, ImmutableDictionary<string, string?> properties) => key switch
    {
        UnstableDtFixes.DefaultDt => Annotation.Without(Annotation.Without(attribute, "Dt"), "DtSchedule"),
        UnstableDtFixes.LargestStableDt => WithStableDt(attribute, properties),
        _ => Annotation.With(attribute, "Integrator", ExponentialEuler()),
    };

    private static AttributeSyntax WithStableDt(AttributeSyntax attribute, ImmutableDictionary<string, string?> properties)
    {
        var text = properties[UnstableDtFixes.LargestStableDt]!;
        var dt = SyntaxFactory.LiteralExpression(
            SyntaxKind.NumericLiteralExpression,
            SyntaxFactory.Literal(text, double.Parse(text, CultureInfo.InvariantCulture)));
        var entries = Entries(Annotation.Find(attribute, "DtSchedule")?.Expression);
        if (entries.Count == 0)
        {
            return Annotation.With(attribute, properties[UnstableDtFixes.Setting]!, dt);
        }

        var unstable = properties[UnstableDtFixes.UnstableEntries]!.Split(',').Select(entry => entries[int.Parse(entry, CultureInfo.InvariantCulture)]);
        return attribute.ReplaceNodes(unstable, (entry, _) => dt.WithTriviaFrom(entry));
    }

    private static List<ExpressionSyntax> Entries(ExpressionSyntax? schedule) => schedule switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToList(),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToList(),
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression).ToList(),
        _ => [],
    };

    /// <summary>In full; the simplifier shortens it to what the usings of the file allow.</summary>
    private static ExpressionSyntax ExponentialEuler()
        => SyntaxFactory.ParseExpression("global::ScoreGen.Integrator.ExponentialEuler").WithAdditionalAnnotations(Simplifier.Annotation);
}
