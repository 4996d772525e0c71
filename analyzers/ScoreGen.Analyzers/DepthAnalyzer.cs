using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges what the generator's own parser reads of a class.</summary>
public abstract class DepthAnalyzer : AnnotatedClassAnalyzer
{
    private protected sealed override void Analyze(AnnotatedClass annotated, Compilation compilation, Action<Finding> report, CancellationToken cancellation)
        => Analyze(annotated.Parse(compilation, cancellation), report, cancellation);

    private protected abstract void Analyze(DepthParse parse, Action<Finding> report, CancellationToken cancellation);
}
