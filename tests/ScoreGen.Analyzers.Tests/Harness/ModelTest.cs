using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>A test of the testing library on a user's project: with every analyzer and every fix of ScoreGen, and what its generator adds.</summary>
internal class ModelTest : CSharpCodeFixTest<ScoreAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly UserProject user;

    /// <param name="files">The files, with marks where something is reported.</param>
    /// <param name="user">The project that they are in.</param>
    /// <param name="editorConfig">Lines for the section <c>[*.cs]</c> of an .editorconfig.</param>
    public ModelTest(IReadOnlyList<string> files, UserProject user, string? editorConfig = null)
    {
        this.user = user;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode | MarkupOptions.UseFirstDescriptor;
        // Each would run every analyzer once more: suppression has tests of its own, and what is emitted is not judged.
        TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        Add(files, TestState);
        if (editorConfig is not null)
        {
            TestState.AnalyzerConfigFiles.Add(("/.editorconfig", SourceText.From("root = true\n[*.cs]\n" + editorConfig)));
        }
    }

    /// <summary>What is less severe does not count.</summary>
    public DiagnosticSeverity From { get; init; } = DiagnosticSeverity.Hidden;

    /// <summary>The project with its files.</summary>
    public Task<Project> OpenAsync()
    {
        var files = TestState.WithInheritedValuesApplied(null, []).WithProcessedMarkup(MarkupOptions, null, [], [], DefaultFilePath);
        return CreateProjectAsync(new EvaluatedProjectState(files, ReferenceAssemblies), [], CancellationToken.None);
    }

    /// <summary>What counts of what is reported, in the order of the file.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(Project project)
    {
        var found = await GetSortedDiagnosticsAsync(project.Solution, [.. GetDiagnosticAnalyzers()], [], CompilerDiagnostics, Verify, CancellationToken.None);
        return [.. found.Select(item => item.diagnostic)];
    }

    /// <summary>Every fix that is offered for what is reported, in its order.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferAsync(Project project)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in await FindAsync(project))
        {
            foreach (var provider in GetCodeFixProviders().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var document = project.GetDocument(diagnostic.Location.SourceTree)!;
                await provider.RegisterCodeFixesAsync(CreateCodeFixContext(document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), CancellationToken.None));
            }
        }

        return actions;
    }

    /// <summary>The project as the compiler makes it.</summary>
    public async Task<Assembly> LoadAsync()
    {
        using var image = new MemoryStream();
        var result = (await (await OpenAsync()).GetCompilationAsync())!.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    protected void Add(IReadOnlyList<string> files, SolutionState state)
    {
        foreach (var file in files)
        {
            state.Sources.Add(user.HasGlobalUsings ? file : user.Usings + file);
        }

        if (user.HasGlobalUsings)
        {
            state.Sources.Add(("/0/Usings.cs", user.Usings));
        }
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Tools.Analyzers;

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Tools.CodeFixes;

    protected override Task<Project> CreateProjectImplAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        var project = user.Open();
        project = primaryProject.Sources.Aggregate(project, (current, file) => current.AddDocument(Path.GetFileName(file.filename), file.content, filePath: file.filename).Project);
        project = primaryProject.AnalyzerConfigFiles.Aggregate(project, (current, file) => current.AddAnalyzerConfigDocument(Path.GetFileName(file.filename), file.content, filePath: file.filename).Project);
        return Task.FromResult(project);
    }

    /// <summary>As they are: with the severities that a user sees.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project;

    /// <summary>The tests run beside one another already.</summary>
    protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellationToken)
        => compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    /// <summary>An error of ours may bring errors of the compiler's with it; without one the source must compile.</summary>
    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
    {
        var isBroken = diagnostics.Any(found => !IsCompilers(found.diagnostic) && found.diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        return [.. base.FilterDiagnostics(diagnostics).Where(found => IsCompilers(found.diagnostic) ? !isBroken : found.diagnostic.Severity >= From)];
    }

    private static bool IsCompilers(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
