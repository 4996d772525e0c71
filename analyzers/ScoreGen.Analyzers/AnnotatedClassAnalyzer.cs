using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges annotated classes. A class without the annotation costs one look at its attributes.</summary>
public abstract class AnnotatedClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
    }

    private protected abstract void Analyze(AnnotatedClass annotated, Compilation compilation, Action<Finding> report, CancellationToken cancellation);

    private void Start(SymbolStartAnalysisContext start)
    {
        if (AnnotatedClass.Of((INamedTypeSymbol)start.Symbol, start.Compilation) is { } annotated)
        {
            // Has the compiler bind the bodies once for everybody: the walk, which starts when they are all there, finds them bound.
            start.RegisterOperationBlockAction(_ => { });
            start.RegisterSymbolEndAction(end => Analyze(annotated, end.Compilation, finding => end.ReportDiagnostic(finding.ToDiagnostic()), end.CancellationToken));
        }
    }
}
