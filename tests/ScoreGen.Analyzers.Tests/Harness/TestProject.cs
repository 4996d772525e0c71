using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>A project of one file, as an editor holds it: with ScoreGen's generator, analyzers and code fixes.</summary>
internal sealed class TestProject(Document document)
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using ScoreGen;
        global using static ScoreGen.Integrator;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        """;

    private const string UsingsWithoutTorch = "global using System;\nglobal using ScoreGen;\nglobal using static ScoreGen.Integrator;\n";

    /// <summary>The usings as a file of its own has them: global ones came with C# 10.</summary>
    public static string OwnUsings => Usings.Replace("global ", "", StringComparison.Ordinal) + "\n";

    /// <summary>The tests run beside one another already.</summary>
    private static readonly CSharpCompilationOptions Options
        = new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ConcurrentDictionary<(bool WithTorch, LanguageVersion Language), Project> Blank = new();

    private readonly Lazy<Task<IReadOnlyList<Diagnostic>>> found = new(() => Diagnose(document.Project));

    public Document Document { get; } = document;

    public static TestProject Of(string source, string? editorConfig = null, bool withTorch = true, LanguageVersion language = LanguageVersion.Latest, IReadOnlyList<string>? torchAliases = null)
    {
        var project = torchAliases is null
            ? Blank.GetOrAdd((withTorch, language), _ => WithoutModels(withTorch, language))
            : WithoutModels(withTorch: false, language).AddMetadataReference(References.Torch.WithAliases(torchAliases));
        if (editorConfig is not null)
        {
            var text = SourceText.From("root = true\n[*.cs]\n" + editorConfig);
            project = project.AddAnalyzerConfigDocument(".editorconfig", text, filePath: "/test/.editorconfig").Project;
        }

        return new TestProject(project.AddDocument("Test.cs", source, filePath: "/test/Test.cs"));
    }

    /// <summary>The compiler's errors, in the user's file and in the generated ones.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CompilerErrors()
        => [.. (await found.Value).Where(diagnostic => IsCompilers(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the analyzers report, in the order of the file. A crash of theirs (AD0001) is among it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Analyze() => [.. (await found.Value).Where(diagnostic => !IsCompilers(diagnostic))];

    /// <summary>The project as the compiler makes it of the files as they stand.</summary>
    public async Task<Assembly> Load()
    {
        using var image = new MemoryStream();
        AssertBuilt((await Document.Project.GetCompilationAsync())!.Emit(image));
        return Assembly.Load(image.ToArray());
    }

    public async Task<string> Text() => (await Document.GetTextAsync()).ToString();

    /// <summary>What every project starts from. It is compiled here, so that the references are read once for all of them.</summary>
    private static Project WithoutModels(bool withTorch, LanguageVersion language)
    {
        var usings = withTorch ? Usings : UsingsWithoutTorch;
        var project = new AdhocWorkspace()
            .AddProject("Test", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(language))
            .WithCompilationOptions(Options)
            .AddMetadataReferences(withTorch ? [.. References.Framework, References.ScoreGen, References.Torch] : [.. References.Framework, References.ScoreGen])
            .AddAnalyzerReference(Tools.Instance)
            .AddDocument("Usings.cs", language.MapSpecifiedToEffectiveVersion() < LanguageVersion.CSharp10 ? "" : usings, filePath: "/test/Usings.cs").Project;
        project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(Project project)
    {
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var found = await (await project.GetCompilationAsync())!.WithAnalyzers(Tools.Analyzers, options).GetAllDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static void AssertBuilt(EmitResult result) => Assert.True(result.Success, string.Join('\n', result.Diagnostics));

    private static bool IsCompilers(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
