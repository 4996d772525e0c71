using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>One run of the generator over a compilation, and the compilation with its output.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, CSharpCompilation before)
    {
        Before = before;
        Driver = driver.RunGenerators(before);
        Result = Driver.GetRunResult().Results.Single();
        After = new Lazy<CSharpCompilation>(() => before.AddSyntaxTrees(Result.GeneratedSources.Select(file => file.SyntaxTree)));
    }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    public CSharpCompilation Before { get; }

    public Lazy<CSharpCompilation> After { get; }

    /// <summary>The files of the annotated classes.</summary>
    public IEnumerable<GeneratedSourceResult> Files => Result.GeneratedSources.Where(file => !IsShared(file));

    public static GeneratorRun Of(CSharpCompilation compilation, bool tracksSteps = true)
        => new(NewDriver(Options(compilation), tracksSteps), compilation);

    public static GeneratorRun Of(string sample) => Of(UserProject.Compile(Sources.Text(sample)));

    /// <summary>Whether a file is there for all annotated classes of the compilation.</summary>
    public static bool IsShared(GeneratedSourceResult file) => file.HintName.StartsWith("ScoreGen-", StringComparison.Ordinal);

    /// <summary>The next run, which may reuse what this one has computed.</summary>
    public GeneratorRun Again(CSharpCompilation compilation) => new(Driver, compilation);

    /// <summary>Fails where the generator threw: the compiler would drop all of its output.</summary>
    public GeneratorRun MustNotThrow()
    {
        Assert.Null(Result.Exception);
        Assert.DoesNotContain(Result.Diagnostics, diagnostic => diagnostic.Id is "CS8785" or "CS8784");
        return this;
    }

    /// <summary>Errors of the compilation with the output added.</summary>
    public ImmutableArray<Diagnostic> Errors()
        => [.. After.Value.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static CSharpParseOptions Options(CSharpCompilation compilation)
        => compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions ?? UserProject.Newest;

    private static CSharpGeneratorDriver NewDriver(CSharpParseOptions options, bool tracksSteps) => CSharpGeneratorDriver.Create(
        [new ScoreGenerator().AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));
}
