using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges what a block does. A rule keeps nothing between two judgements.</summary>
internal abstract class BlockRule(params DiagnosticDescriptor[] reports)
{
    public IReadOnlyList<DiagnosticDescriptor> Reports { get; } = reports;

    public abstract void Judge(BlockFlow flow, Action<Finding> report);
}
