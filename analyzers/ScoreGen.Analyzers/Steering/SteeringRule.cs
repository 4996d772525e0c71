using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges the members that steer a pass. A rule keeps nothing between two judgements.</summary>
internal abstract class SteeringRule(params DiagnosticDescriptor[] reports)
{
    public IReadOnlyList<DiagnosticDescriptor> Reports { get; } = reports;

    /// <param name="parse">The class.</param>
    /// <param name="code">Its code.</param>
    /// <param name="report">Takes what is found.</param>
    public abstract void Judge(DepthParse parse, SourceCode code, Action<Finding> report);
}
