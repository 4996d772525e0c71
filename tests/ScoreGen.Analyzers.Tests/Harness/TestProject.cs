using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

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

    private readonly Lazy<Task<IReadOnlyList<Diagnostic>>> found = new(() => Analyze(document));

    public Document Document { get; } = document;

    public static TestProject Of(string source, string? editorConfig = null, bool withTorch = true, LanguageVersion language = LanguageVersion.Latest, IReadOnlyList<string>? torchAliases = null)
    {
        var project = new AdhocWorkspace()
            .AddProject("Test", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(language))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddMetadataReferences([.. References.Framework, References.ScoreGen, .. withTorch ? [References.Torch.WithAliases(torchAliases ?? [])] : Array.Empty<MetadataReference>()])
            .AddAnalyzerReference(Tools.Instance);
        var usings = withTorch && torchAliases is null ? Usings : UsingsWithoutTorch;
        project = project.AddDocument("Usings.cs", language.MapSpecifiedToEffectiveVersion() < LanguageVersion.CSharp10 ? "" : usings, filePath: "/test/Usings.cs").Project;
        if (editorConfig is not null)
        {
            var text = Microsoft.CodeAnalysis.Text.SourceText.From("root = true\n[*.cs]\n" + editorConfig);
            project = project.AddAnalyzerConfigDocument(".editorconfig", text, filePath: "/test/.editorconfig").Project;
        }

        return new TestProject(project.AddDocument("Test.cs", source, filePath: "/test/Test.cs"));
    }

    /// <summary>The compiler's errors, in the user's file and in the generated ones.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CompilerErrors()
        => [.. (await Compile(Document)).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the analyzers report, in the order of the file. A crash of theirs (AD0001) is among it.</summary>
    public Task<IReadOnlyList<Diagnostic>> Analyze() => found.Value;

    /// <summary>The project as the compiler makes it of the files as they stand.</summary>
    public async Task<Assembly> Load()
    {
        using var image = new MemoryStream();
        var result = (await Compile(Document)).Emit(image);
        AssertBuilt(result);
        return Assembly.Load(image.ToArray());
    }

    public async Task<string> Text() => (await Document.GetTextAsync()).ToString();

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Document document)
    {
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var found = await (await Compile(document)).WithAnalyzers(Tools.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static void AssertBuilt(EmitResult result) => Assert.True(result.Success, string.Join('\n', result.Diagnostics));

    private static async Task<Compilation> Compile(Document document) => (await document.Project.GetCompilationAsync())!;
}
