using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace ScoreGen.CodeFixes;

/// <summary>Mends one diagnostic: an edit, or null where there is no safe one.</summary>
internal delegate Action<SyntaxEditor>? Mend(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation);

/// <summary>Applies the edits of several diagnostics to one document, nested ones included.</summary>
internal static class Edits
{
    public static FixAllProvider FixAll(Mend mend)
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await ApplyAsync(document, diagnostics, mend, context.CancellationToken).ConfigureAwait(false));

    public static async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, Mend mend, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        foreach (var diagnostic in diagnostics)
        {
            mend(root, model, diagnostic, cancellation)?.Invoke(editor);
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }

    /// <summary>Offers a fix where there is an edit to make.</summary>
    public static async Task OfferAsync(CodeFixContext context, string title, Mend mend)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (mend(root, model, diagnostic, context.CancellationToken) is not null)
            {
                context.RegisterCodeFix(
                    Microsoft.CodeAnalysis.CodeActions.CodeAction.Create(title, cancellation => ApplyAsync(context.Document, [diagnostic], mend, cancellation), title),
                    diagnostic);
            }
        }
    }
}
