using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers;
using ScoreGen.Generator;
using TorchSharp;

namespace ScoreGen.Docs.Tests.Compiling;

/// <summary>A project of a few files with ScoreGen as a user gets it: the generator has run, and the analyzers can.</summary>
internal sealed class Project
{
    /// <summary>What every model has; a page need not repeat it.</summary>
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

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ScoreAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly Compilation compilation;
    private readonly ImmutableArray<Diagnostic> reportedByGenerator;
    private readonly Lazy<Assembly> assembly;

    public Project(params IEnumerable<(string Path, string Source)> files)
    {
        var trees = files.Prepend(("Usings.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, Newest, file.Item1));
        var driver = CSharpGeneratorDriver.Create([new ScoreGenerator().AsSourceGenerator()], parseOptions: Newest)
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("Page", trees, References.All, Options), out compilation, out reportedByGenerator);
        assembly = new Lazy<Assembly>(() => Load(compilation));
        Emitted = [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
    }

    /// <summary>The files that the generator wrote.</summary>
    public IReadOnlyList<string> Emitted { get; }

    /// <summary>What compiler, generator and analyzers say from a severity on, in the order of the files.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Diagnostics(DiagnosticSeverity from = DiagnosticSeverity.Warning)
        => [.. (await compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync()).Concat(reportedByGenerator)
            .Where(diagnostic => diagnostic.Severity >= from)
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>An instance of a module that the project declares.</summary>
    public torch.nn.Module<torch.Tensor, torch.Tensor> Create(string type, params object[] arguments)
        => (torch.nn.Module<torch.Tensor, torch.Tensor>)CreateModule(type, arguments);

    /// <summary>The same of any number of inputs.</summary>
    public torch.nn.Module CreateModule(string type, params object[] arguments) => (torch.nn.Module)Activator.CreateInstance(Type(type), arguments)!;

    /// <summary>A type that the project declares.</summary>
    public Type Type(string name) => assembly.Value.GetType(name, throwOnError: true)!;

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
