using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.CodeFixes;
using ScoreGen.Generator;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>Everything that ScoreGen brings to a compilation, found as a compiler or an editor finds it.</summary>
internal sealed class Tools : AnalyzerReference
{
    public static readonly Tools Instance = new();

    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. Exported<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>(typeof(ScoreAnalyzer).Assembly)];

    public static readonly ImmutableArray<CodeFixProvider> CodeFixes =
        [.. Exported<CodeFixProvider, ExportCodeFixProviderAttribute>(typeof(MakePartialCodeFix).Assembly)];

    private readonly ImmutableArray<ISourceGenerator> generators = [new ScoreGenerator().AsSourceGenerator()];

    public override string Display => "ScoreGen";

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => Analyzers;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => Analyzers;

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

    private static IEnumerable<T> Exported<T, TMark>(Assembly assembly)
        where TMark : Attribute
        => assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && type.GetCustomAttribute<TMark>() is not null)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
