using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges what the block of an annotated class does. All such analyzers share one walk through the block.</summary>
public abstract class BlockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private protected abstract void Judge(BlockFlow flow, Action<Finding> report);

    private void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DepthParser.FindAttribute(type) is null || BlockFlow.Of(type, context.Compilation, context.CancellationToken) is not { } flow)
        {
            return;
        }

        foreach (var finding in flow.Judge(findings => Judge(flow, findings), context.CancellationToken))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
