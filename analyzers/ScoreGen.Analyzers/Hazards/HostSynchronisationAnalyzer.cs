using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE306: the host waits for the device at each evaluation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HostSynchronisationAnalyzer : BlockAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.HostSynchronisation);

    private protected override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var wait in flow.All<HostSync>())
        {
            report(new Finding(Descriptors.HostSynchronisation, wait.At, wait.What, Times.Of(flow.Block.Evaluations)));
        }
    }
}
