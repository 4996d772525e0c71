using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>A fix that a provider offers for a diagnostic.</summary>
internal sealed record Offer(CodeFixProvider Provider, Diagnostic Diagnostic, CodeAction Action);

/// <summary>Offers and applies code fixes as an editor does.</summary>
internal static class CodeFixRun
{
    public static async Task<IReadOnlyList<Offer>> Offered(TestProject project)
    {
        var offers = new List<Offer>();
        foreach (var diagnostic in await project.Analyze())
        {
            foreach (var provider in Tools.CodeFixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(
                    project.Document,
                    diagnostic,
                    (action, _) => offers.Add(new Offer(provider, diagnostic, action)),
                    CancellationToken.None));
            }
        }

        return offers;
    }

    /// <param name="project">What to mend.</param>
    /// <param name="title">The fix.</param>
    /// <param name="isKeyKnown">An editor knows which fix was chosen; <c>dotnet format</c> may not.</param>
    public static async Task<TestProject> ApplyToAll(TestProject project, string title, bool isKeyKnown = true)
    {
        var offer = await Find(project, title);
        var fixAll = offer.Provider.GetFixAllProvider();
        Assert.NotNull(fixAll);
        Assert.NotNull(offer.Action.EquivalenceKey);
        var action = await fixAll.GetFixAsync(new FixAllContext(
            project.Document,
            offer.Provider,
            FixAllScope.Document,
            isKeyKnown ? offer.Action.EquivalenceKey : null,
            offer.Provider.FixableDiagnosticIds,
            new Found(await project.Analyze()),
            CancellationToken.None));
        Assert.NotNull(action);
        return await Apply(action, project);
    }

    public static async Task<TestProject> Apply(CodeAction action, TestProject project)
    {
        var changes = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return new TestProject(changes.ChangedSolution.GetDocument(project.Document.Id)!);
    }

    public static async Task<Offer> Find(TestProject project, string title, int occurrence = 0)
    {
        var offers = await Offered(project);
        var offer = offers.Where(offer => offer.Action.Title == title || offer.Action.EquivalenceKey == title).ElementAtOrDefault(occurrence);
        Assert.True(offer is not null, $"No fix is called '{title}'. Offered: {string.Join(", ", offers.Select(other => $"'{other.Action.Title}'"))}.");
        return offer;
    }

    private sealed class Found(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
