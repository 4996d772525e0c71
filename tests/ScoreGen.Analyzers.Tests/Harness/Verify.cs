using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>What tests ask of models: that the analyzers report what is marked in them (<c>{|SCORE103:Dt = 3|}</c>) and nothing else, and that a fix mends them.</summary>
internal static class Verify
{
    private static readonly UserProject Typical = new();

    /// <summary>The analyzers report what is marked, and where they report no error the source compiles.</summary>
    /// <param name="markup">The source, with marks.</param>
    /// <param name="editorConfig">Lines for the section <c>[*.cs]</c> of an .editorconfig.</param>
    public static Task Diagnostics(string markup, string? editorConfig = null) => new ModelTest([markup], Typical, editorConfig).RunAsync();

    /// <summary>As <see cref="Diagnostics"/>, in a project that has no reference to torch.</summary>
    public static Task DiagnosticsWithoutTorch(string markup) => new ModelTest([markup], new UserProject(WithTorch: false)).RunAsync();

    /// <summary>As <see cref="Diagnostics"/>, in an older version of the language.</summary>
    public static Task DiagnosticsIn(LanguageVersion language, string markup) => new ModelTest([markup], new UserProject(language)).RunAsync();

    /// <summary>The source compiles, and the analyzers report nothing of this severity or above.</summary>
    public static Task Silent(string source, DiagnosticSeverity from = DiagnosticSeverity.Info) => new ModelTest([source], Typical) { From = from }.RunAsync();

    /// <summary>What the analyzers report, and the compiler's errors where they report none.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Found(string source, UserProject? user = null, string? editorConfig = null)
    {
        var test = new ModelTest([source], user ?? Typical, editorConfig);
        return await test.FindAsync(await test.OpenAsync());
    }

    /// <summary>What is found, as "ID: message" in the order of the file.</summary>
    public static async Task<IReadOnlyList<string>> Messages(string source, string? editorConfig = null)
        => [.. (await Found(source, editorConfig: editorConfig)).Select(found => $"{found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];

    /// <summary>
    /// The first diagnostic (or a later occurrence, from 0) that has a fix of this title or equivalence key is mended to this text; the
    /// result compiles, and is clean but for what is marked in it.
    /// </summary>
    public static Task Fix(string markup, string fixedMarkup, string title, int occurrence = 0) => Fix([markup], [fixedMarkup], title, occurrence);

    /// <summary>As the other, in several files.</summary>
    public static Task Fix(string[] files, string[] mended, string title, int occurrence = 0) => FixTest.Once(files, mended, title, occurrence).RunAsync();

    /// <summary>As <see cref="Fix(string, string, string, int)"/>, for all diagnostics: one by one, which may end in another text, and at once.</summary>
    public static Task FixAll(string markup, string fixedMarkup, string title, bool isKeyKnown = true, string? oneByOne = null)
        => FixTest.All([markup], [fixedMarkup], title, isKeyKnown, oneByOne is null ? null : [oneByOne]).RunAsync();

    /// <summary>As the other, in several files.</summary>
    public static Task FixAll(string[] files, string[] mended, string title) => FixTest.All(files, mended, title, isKeyKnown: true, oneByOne: null).RunAsync();

    /// <summary>The titles that are offered for the diagnostics of the source, in order.</summary>
    public static async Task<IReadOnlyList<string>> OfferedFixes(string markup)
    {
        var test = new ModelTest([markup], Typical);
        await test.RunAsync();
        return [.. (await test.OfferAsync(await test.OpenAsync())).Select(action => action.Title)];
    }
}
