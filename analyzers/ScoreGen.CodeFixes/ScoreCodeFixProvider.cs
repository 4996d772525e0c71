using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScoreGen.CodeFixes;

/// <summary>Offers each way to mend a diagnostic that has an edit to make, and mends many in one way.</summary>
public abstract class ScoreCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new All(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // dotnet format offers whatever the analyzer found first.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var solution = context.Document.Project.Solution;
            foreach (var remedy in Remedies(diagnostic))
            {
                if (await remedy.Mend(new ChangedFiles(solution, context.CancellationToken), diagnostic).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(remedy.Title, cancellation => ApplyAsync(solution, [diagnostic], remedy.Key, cancellation), remedy.Key),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>The ways to mend a diagnostic, the one that changes least first.</summary>
    private protected abstract IEnumerable<Remedy> Remedies(Diagnostic diagnostic);

    /// <summary>Without a key, which <c>dotnet format</c> may not know, each is mended in the first way that it offers.</summary>
    private async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var files = new ChangedFiles(solution, cancellation);
        foreach (var diagnostic in diagnostics)
        {
            foreach (var remedy in Remedies(diagnostic).Where(remedy => remedy.Key == (key ?? remedy.Key)))
            {
                if (await remedy.Mend(files, diagnostic).ConfigureAwait(false))
                {
                    break;
                }
            }
        }

        return files.Solution;
    }

    /// <summary>One change for all diagnostics of a document, project or solution: two of them may need the same edit, or one in the same place.</summary>
    private sealed class All(ScoreCodeFixProvider provider) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var diagnostics = await Diagnostics(context).ConfigureAwait(false);
            var key = context.CodeActionEquivalenceKey;
            return diagnostics.IsEmpty
                ? null
                : CodeAction.Create(key ?? diagnostics[0].Id, cancellation => provider.ApplyAsync(context.Solution, diagnostics, key, cancellation), key);
        }

        private static async Task<ImmutableArray<Diagnostic>> Diagnostics(FixAllContext context)
        {
            if (context.Scope == FixAllScope.Document)
            {
                return context.Document is { } document ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false) : [];
            }

            var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
            var all = await Task.WhenAll(projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false);
            return [.. all.SelectMany(found => found)];
        }
    }
}
