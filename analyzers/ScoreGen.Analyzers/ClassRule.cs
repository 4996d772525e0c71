using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges a class as a whole: its settings, and what all of its blocks do. A rule keeps nothing between two judgements.</summary>
internal abstract class ClassRule(params DiagnosticDescriptor[] reports)
{
    public IReadOnlyList<DiagnosticDescriptor> Reports { get; } = reports;

    /// <param name="depth">The settings.</param>
    /// <param name="flows">What each block does, in their order; one at least.</param>
    /// <param name="report">Takes what is found.</param>
    public abstract void Judge(JudgedDepth depth, IReadOnlyList<BlockFlow> flows, Action<Finding> report);
}
