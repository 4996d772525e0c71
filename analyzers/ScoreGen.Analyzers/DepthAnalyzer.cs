using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges what the generator's own parser reads of a class. A class without the annotation costs one look at its attributes.</summary>
public abstract class DepthAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private protected abstract void Analyze(DepthParse parse, Action<Finding> report, CancellationToken cancellation);

    private void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DepthParser.FindAttribute(type) is { } attribute)
        {
            var parse = DepthParser.Parse(type, attribute, context.Compilation, context.CancellationToken);
            Analyze(parse, finding => context.ReportDiagnostic(finding.ToDiagnostic()), context.CancellationToken);
        }
    }
}
