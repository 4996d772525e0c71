using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Generator.Tests;

/// <summary>A test of the testing library: the generator reports what is marked in a user's file, and adds these files and no others.</summary>
internal sealed class GeneratorTest : CSharpSourceGeneratorTest<ScoreGenerator, DefaultVerifier>
{
    private static readonly Lazy<Project> Blank = new(Create);

    /// <param name="markup">The user's file, with marks.</param>
    /// <param name="added">The files that are added.</param>
    private GeneratorTest(string markup, params IEnumerable<(string HintName, string Text)> added)
    {
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        TestState.Sources.Add(markup);
        foreach (var (hintName, text) in added)
        {
            TestState.GeneratedSources.Add((typeof(ScoreGenerator), hintName, SourceText.From(text, Encoding.UTF8)));
        }
    }

    /// <summary>These files are added, nothing is reported, and all compiles without a warning.</summary>
    public static Task Adds(string source, IEnumerable<(string HintName, string Text)> added)
        => new GeneratorTest(source, added) { CompilerDiagnostics = CompilerDiagnostics.Warnings }.RunAsync();

    /// <summary>What is marked is reported, with a message that names it, and nothing is added; what the compiler misses then is no matter.</summary>
    public static Task Refuses(string markup) => new GeneratorTest(markup)
    {
        CompilerDiagnostics = CompilerDiagnostics.None,
        DiagnosticVerifier = (found, _, _) => Assert.Contains($"'{found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}'", found.GetMessage(), StringComparison.Ordinal),
    }.RunAsync();

    /// <summary>The user's file is not documented; what is emitted is.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics) && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath != DefaultFilePath);

    protected override Task<Project> CreateProjectImplAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        var (path, text) = primaryProject.Sources.Single();
        return Task.FromResult(Blank.Value.AddDocument(Path.GetFileName(path), text, filePath: path).Project);
    }

    /// <summary>It is compiled here, so that the references are read once. The library finds it by its name.</summary>
    private static Project Create()
    {
        var project = new AdhocWorkspace()
            .AddProject("TestProject", LanguageNames.CSharp)
            .WithParseOptions(UserProject.Newest)
            .WithCompilationOptions(UserProject.Options)
            .AddMetadataReferences([.. UserProject.Framework, UserProject.Attributes, UserProject.Torch]);
        project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }
}
