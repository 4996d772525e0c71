using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>
/// Compiles a source with the generator, runs every analyzer of ScoreGen over it and compares what they say with the marks in the
/// source. The usings of a typical model are global; see <see cref="TestProject"/>.
/// </summary>
internal static class Verify
{
    /// <summary>The analyzers report what is marked: these ids on exactly these spans, and nothing else.</summary>
    /// <param name="markup">The source, with marks (<see cref="Marked"/>).</param>
    /// <param name="editorConfig">Lines for the section <c>[*.cs]</c> of an .editorconfig.</param>
    public static Task Diagnostics(string markup, string? editorConfig = null)
        => Matches(TestProject.Of(Marked.Parse(markup).Source, editorConfig), Marked.Parse(markup));

    /// <summary>As <see cref="Diagnostics"/>, in a project that has no reference to torch.</summary>
    public static Task DiagnosticsWithoutTorch(string markup)
        => Matches(TestProject.Of(Marked.Parse(markup).Source, withTorch: false), Marked.Parse(markup));

    /// <summary>As <see cref="Diagnostics"/>, in an older version of the language.</summary>
    public static Task DiagnosticsIn(LanguageVersion language, string markup)
    {
        var marked = Marked.Parse(TestProject.OwnUsings + markup);
        return Matches(TestProject.Of(marked.Source, language: language), marked);
    }

    /// <summary>The source compiles, and the analyzers report nothing of this severity or above.</summary>
    public static async Task Silent(string source, DiagnosticSeverity from = DiagnosticSeverity.Info)
    {
        var project = TestProject.Of(source);
        AssertNone(await project.CompilerErrors());
        AssertNone((await project.Analyze()).Where(diagnostic => diagnostic.Severity >= from));
    }

    /// <summary>The ids that the analyzers report, and those of the compiler's own errors.</summary>
    public static async Task<IReadOnlyList<string>> Ids(string source, bool withTorch = true, LanguageVersion language = LanguageVersion.Latest, IReadOnlyList<string>? torchAliases = null)
    {
        var project = TestProject.Of(language < LanguageVersion.CSharp10 ? TestProject.OwnUsings + source : source, withTorch: withTorch, language: language, torchAliases: torchAliases);
        return [.. (await project.Analyze()).Concat(await project.CompilerErrors()).Select(diagnostic => diagnostic.Id)];
    }

    /// <summary>What the analyzers say, as "ID: message" in the order of the file.</summary>
    public static async Task<IReadOnlyList<string>> Messages(string source)
        => [.. (await TestProject.Of(source).Analyze()).Select(Describe)];

    /// <summary>
    /// The first diagnostic (or a later occurrence, from 0) that has a fix of this title or equivalence key is mended to this text; the
    /// result compiles, and is clean but for what is marked in it.
    /// </summary>
    public static async Task Fix(string markup, string fixedMarkup, string title, int occurrence = 0)
    {
        var project = await Start(markup);
        var offer = await CodeFixRun.Find(project, title, occurrence);
        await Mended(await CodeFixRun.Apply(offer.Action, project), fixedMarkup);
    }

    /// <summary>As <see cref="Fix"/>, for all diagnostics of the file at once.</summary>
    public static async Task FixAll(string markup, string fixedMarkup, string title, bool isKeyKnown = true)
    {
        var project = await Start(markup);
        await Mended(await CodeFixRun.ApplyToAll(project, title, isKeyKnown), fixedMarkup);
    }

    /// <summary>The titles that are offered for the diagnostics of the source, in order.</summary>
    public static async Task<IReadOnlyList<string>> OfferedFixes(string markup)
    {
        var project = await Start(markup);
        return [.. (await CodeFixRun.Offered(project)).Select(offer => offer.Action.Title)];
    }

    private static async Task<TestProject> Start(string markup)
    {
        var expected = Marked.Parse(markup);
        var project = TestProject.Of(expected.Source);
        await Matches(project, expected);
        return project;
    }

    private static async Task Mended(TestProject project, string fixedMarkup)
    {
        var expected = Marked.Parse(fixedMarkup);
        Assert.Equal(expected.Source, await project.Text());
        await Matches(project, expected);
    }

    /// <summary>An error of ours may bring errors of the compiler's with it; without one the source must compile.</summary>
    private static async Task Matches(TestProject project, Marked expected)
    {
        var found = await project.Analyze();
        var outside = found.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath != project.Document.FilePath);
        AssertNone(outside);
        var actual = new Marked(expected.Source, [.. found.Select(diagnostic => new Mark(diagnostic.Id, diagnostic.Location.SourceSpan))]);
        if (expected.ToString() != actual.ToString())
        {
            Assert.Fail($"Expected:\n{expected}\n\nReported:\n{actual}\n\n{string.Join('\n', found.Select(Describe))}");
        }

        if (!found.Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            AssertNone(await project.CompilerErrors());
        }
    }

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        var text = string.Join('\n', diagnostics.Select(diagnostic => $"{diagnostic.Location.GetLineSpan()} {Describe(diagnostic)}"));
        Assert.True(text.Length == 0, text);
    }

    private static string Describe(Diagnostic diagnostic)
        => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
