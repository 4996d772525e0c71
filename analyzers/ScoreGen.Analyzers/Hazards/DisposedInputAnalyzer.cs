using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE302: the block disposes the state or a context tensor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedInputAnalyzer : BlockAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DisposedInput);

    private protected override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var disposal in flow.All<Disposal>())
        {
            report(new Finding(Descriptors.DisposedInput, disposal.At, flow.Block.Name(disposal.Target.Is)));
        }
    }
}
