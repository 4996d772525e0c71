using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges depth settings that are possible, but may not be what is wanted. A rule keeps nothing between two judgements.</summary>
internal abstract class SettingsRule(params DiagnosticDescriptor[] reports)
{
    public IReadOnlyList<DiagnosticDescriptor> Reports { get; } = reports;

    public abstract void Judge(JudgedDepth depth, Action<Finding> report);
}
