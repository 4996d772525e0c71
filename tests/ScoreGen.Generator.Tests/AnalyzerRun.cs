using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers;

namespace ScoreGen.Generator.Tests;

/// <summary>Every analyzer over a compilation, in one pass with the compiler's own checks.</summary>
internal static class AnalyzerRun
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ScoreAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The compiler's diagnostics and the analyzers'. One that throws would be AD0001 for the user; here its exception comes through.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(CSharpCompilation compilation)
        => Run(compilation, analysis => analysis.GetAllDiagnosticsAsync());

    /// <summary>The analyzers' diagnostics alone.</summary>
    public static Task<ImmutableArray<Diagnostic>> OwnDiagnostics(CSharpCompilation compilation)
        => Run(compilation, analysis => analysis.GetAnalyzerDiagnosticsAsync());

    private static async Task<ImmutableArray<Diagnostic>> Run(CSharpCompilation compilation, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await ask(compilation.WithAnalyzers(Analyzers, options));
        return thrown is null ? diagnostics : throw new InvalidOperationException("An analyzer threw.", thrown);
    }
}
