using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE001 to SCORE010, 101, 102, 105 and 107: reports what keeps the generator from writing a forward pass.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StructureAnalyzer : DepthAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.NotPartial,
        Descriptors.NotAModule,
        Descriptors.NoBlock,
        Descriptors.SeveralBlocks,
        Descriptors.BlockSignature,
        Descriptors.ForwardByHand,
        Descriptors.CannotExtend,
        Descriptors.NoTorchSharp,
        Descriptors.NameTaken,
        Descriptors.OldLanguage,
        Descriptors.OutOfRange,
        Descriptors.InvalidDt,
        Descriptors.ScheduleMismatch,
        Descriptors.Excluding);

    private protected override void Analyze(DepthParse parse, Action<Finding> report, CancellationToken cancellation)
    {
        foreach (var finding in parse.Findings)
        {
            report(finding);
        }
    }
}
