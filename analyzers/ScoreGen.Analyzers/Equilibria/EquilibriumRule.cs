using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges the settings of an equilibrium. A rule keeps nothing between two judgements.</summary>
internal abstract class EquilibriumRule(params DiagnosticDescriptor[] reports)
{
    public IReadOnlyList<DiagnosticDescriptor> Reports { get; } = reports;

    public abstract void Judge(JudgedEquilibrium equilibrium, Action<Finding> report);
}
