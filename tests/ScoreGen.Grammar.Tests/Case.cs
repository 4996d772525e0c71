using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>A combination of settings: compiled, or refused under an id.</summary>
/// <param name="Grammar">The settings.</param>
/// <param name="Error">The id of the error; null where the combination works.</param>
/// <param name="Type">The compiled class; null where there is an error.</param>
internal sealed partial record Case(Grammar Grammar, string? Error, Type? Type)
{
    public const int Width = 4;

    private static int compilations;

    /// <summary>An instance in float64, its weights drawn from a fixed seed.</summary>
    public ICase Create()
    {
        Assert.Null(Error);
        TestDevice.Seed(7);
        var module = (nn.Module)Activator.CreateInstance(Type!)!;
        return (ICase)module.to(ScalarType.Float64);
    }

    /// <summary>Compiles many combinations at once.</summary>
    public static IReadOnlyList<Case> Compile(IReadOnlyList<Grammar> grammars)
    {
        var compilation = CSharpCompilation.Create(
            $"Cases{Interlocked.Increment(ref compilations)}",
            grammars.Select((grammar, i) => CSharpSyntaxTree.ParseText(CaseSource.Of(Name(i), grammar))),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(new ScoreGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var image = new MemoryStream();
        var emitted = generated.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));

        image.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        var sources = driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return [.. grammars.Select((grammar, i) => Of(grammar, sources[Name(i) + ".g.cs"], assembly.GetType(Name(i))!))];
    }

    private static Case Of(Grammar grammar, string source, Type type)
    {
        var error = StubError().Match(source);
        return error.Success ? new Case(grammar, error.Groups[1].Value, null) : new Case(grammar, null, type);
    }

    private static string Name(int index) => $"Case{index}";

    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));

    [GeneratedRegex("InvalidOperationException\\(\"(SCORE\\d{3})")]
    private static partial Regex StubError();
}
