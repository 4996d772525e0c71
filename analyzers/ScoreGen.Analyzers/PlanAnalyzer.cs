using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE117: what the settings amount to. It is off by default, and as an analyzer of its own it costs nothing until somebody asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlanAnalyzer : AnnotatedClassAnalyzer
{
    private static readonly PlanRule OfSteps = new();
    private static readonly EquilibriumPlanRule OfAnEquilibrium = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.Plan);

    private protected override IEnumerable<Finding> Judge(DepthParse parse, SourceCode code)
    {
        if (JudgedEquilibrium.Of(parse, code) is { } equilibrium)
        {
            return Findings(report => OfAnEquilibrium.Judge(equilibrium, report));
        }

        var flows = Flows(parse, code);
        return flows.Count > 0 && JudgedDepth.Of(parse, code.Cancellation) is { } depth ? Findings(report => OfSteps.Judge(depth, flows, report)) : [];
    }
}
