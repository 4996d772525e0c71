using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Generator.Tests;

/// <summary>A test of the testing library: what the generator reports in a user's project, what it adds to it, and whether all of that compiles.</summary>
internal sealed class GeneratorTest : CSharpSourceGeneratorTest<ScoreGenerator, DefaultVerifier>
{
    private static readonly Lazy<Project> Blank = new(Create);

    private readonly CSharpCompilation user;

    /// <summary>Warnings that the user's files have without the generator; most have none, and it is not asked for.</summary>
    private Lazy<HashSet<string>> known = new([]);

    private ImmutableArray<DiagnosticAnalyzer> analyzers = [];

    private GeneratorTest(CSharpCompilation user)
    {
        this.user = user;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        TestState.Sources.AddRange(user.SyntaxTrees.Select(tree => (tree.FilePath, tree.GetText())));
    }

    /// <summary>These files are added, nothing is reported, and all compiles without a warning.</summary>
    public static Task Adds(string source, IEnumerable<(string HintName, string Text)> added)
    {
        var test = new GeneratorTest(UserProject.Compile(source));
        foreach (var (hintName, text) in added)
        {
            test.TestState.GeneratedSources.Add((typeof(ScoreGenerator), hintName, SourceText.From(text, Encoding.UTF8)));
        }

        return test.RunAsync();
    }

    /// <summary>What is marked is reported, and nothing is added; what the compiler misses then is no matter.</summary>
    /// <param name="user">The project, with marks.</param>
    /// <param name="says">Words of each message; without any it names what is marked.</param>
    public static Task Refuses(CSharpCompilation user, string? says = null) => new GeneratorTest(user)
    {
        CompilerDiagnostics = CompilerDiagnostics.None,
        DiagnosticVerifier = (found, _, _) => Assert.Contains(says ?? $"'{found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}'", found.GetMessage(), StringComparison.Ordinal),
    }.RunAsync();

    /// <summary>
    /// What is marked is reported and nothing else, and with whatever is added the compiler finds no error, no warning in an added file, and none in the user's
    /// that was not there before.
    /// </summary>
    /// <returns>The project without the marks.</returns>
    public static async Task<CSharpCompilation> LeavesClean(CSharpCompilation marked)
    {
        var user = marked.RemoveAllSyntaxTrees().AddSyntaxTrees(marked.SyntaxTrees.Select(WithoutMarks));
        var test = new GeneratorTest(marked) { TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck };
        test.known = new(() => [.. user.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Warning).Select(problem => problem.ToString())]);
        await test.RunAsync();
        return user;
    }

    /// <summary>Every analyzer warns of what is marked and of nothing else, and with whatever is added there is no error.</summary>
    public static Task Warns(string markup) => new GeneratorTest(UserProject.Compile(markup))
    {
        CompilerDiagnostics = CompilerDiagnostics.Errors,
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        analyzers = AnalyzerRun.Analyzers,
    }.RunAsync();

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => analyzers;

    /// <summary>The user's file need not be documented; what is emitted is.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
            && !(user.SyntaxTrees.Any(tree => tree.FilePath == diagnostic.Location.SourceTree?.FilePath) && (diagnostic.Id == "CS1591" || known.Value.Contains(diagnostic.ToString())));

    /// <summary>Information is for the analyzers' own tests.</summary>
    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
        => [.. base.FilterDiagnostics(diagnostics).Where(found => found.diagnostic.Severity >= DiagnosticSeverity.Warning)];

    protected override Task<Project> CreateProjectImplAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        var project = Blank.Value
            .WithAssemblyName(user.AssemblyName!)
            .WithParseOptions(user.SyntaxTrees[0].Options)
            .WithCompilationOptions(user.Options);
        project = user.References.SequenceEqual(project.MetadataReferences) ? project : project.WithMetadataReferences(user.References);
        return Task.FromResult(primaryProject.Sources.Aggregate(project, (project, file) => project.AddDocument(file.filename, file.content, filePath: file.filename).Project));
    }

    private static SyntaxTree WithoutMarks(SyntaxTree file)
    {
        TestFileMarkupParser.GetSpans(file.ToString(), out var text, out ImmutableArray<TextSpan> _);
        return file.WithChangedText(SourceText.From(text));
    }

    /// <summary>It is compiled here, so that the references are read once. The library finds it by its name.</summary>
    private static Project Create()
    {
        var blank = UserProject.Compile();
        var project = new AdhocWorkspace()
            .AddProject("TestProject", LanguageNames.CSharp)
            .WithParseOptions(UserProject.Newest)
            .WithCompilationOptions(blank.Options)
            .AddMetadataReferences(blank.References);
        project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }
}
