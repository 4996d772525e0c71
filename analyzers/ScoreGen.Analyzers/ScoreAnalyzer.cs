using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges annotated classes: each of their blocks is followed once, and all rules judge the same result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScoreAnalyzer : AnnotatedClassAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.OfTheParser
        .Concat(Rules.OfSettings.SelectMany(rule => rule.Reports))
        .Concat(Rules.OfEquilibria.SelectMany(rule => rule.Reports))
        .Concat(Rules.OfBlocks.Concat(Rules.OfBlocksInSteps).Concat(Rules.OfBlocksOfEquilibria).SelectMany(rule => rule.Reports))
        .Concat(Rules.OfSteering.SelectMany(rule => rule.Reports))
        .Concat(Rules.OfClasses.SelectMany(rule => rule.Reports))
        .Distinct()
        .ToImmutableArray();

    private protected override IEnumerable<Finding> Judge(DepthParse parse, SourceCode code)
    {
        var depth = JudgedDepth.Of(parse, code.Cancellation);
        return parse.Findings.Concat(OfSettings(parse, depth, code)).Concat(OfSteering(parse, code)).Concat(OfBlocks(parse, depth, code));
    }

    private static IEnumerable<Finding> OfSettings(DepthParse parse, JudgedDepth? depth, SourceCode code)
        => depth is not null
            ? Rules.OfSettings.SelectMany(rule => Findings(report => rule.Judge(depth, report)))
            : JudgedEquilibrium.Of(parse, code) is { } equilibrium
                ? Rules.OfEquilibria.SelectMany(rule => Findings(report => rule.Judge(equilibrium, report)))
                : [];

    private static IEnumerable<Finding> OfBlocks(DepthParse parse, JudgedDepth? depth, SourceCode code)
    {
        var flows = Flows(parse, code);
        return flows.Count == 0 ? [] : Rules.OfBlocks.Concat(parse.IsEquilibrium ? Rules.OfBlocksOfEquilibria : Rules.OfBlocksInSteps)
            .SelectMany(rule => OncePerPlace(flows.SelectMany(flow => Findings(report => rule.Judge(flow, report)))))
            .Concat(depth is null ? [] : OfClass(depth, flows));
    }

    private static IEnumerable<Finding> OfClass(JudgedDepth depth, IReadOnlyList<BlockFlow> flows)
        => Rules.OfClasses.SelectMany(rule => OncePerPlace(Findings(report => rule.Judge(depth, flows, report))));

    private static IEnumerable<Finding> OfSteering(DepthParse parse, SourceCode code)
        => OncePerPlace(Rules.OfSteering.SelectMany(rule => Findings(report => rule.Judge(parse, code, report))));

    /// <summary>One squiggle a place for each rule, whatever number of ways and of blocks leads there.</summary>
    private static IEnumerable<Finding> OncePerPlace(IEnumerable<Finding> findings)
        => findings.Where(finding => finding.Location.IsInSource).GroupBy(finding => finding.Location, (_, same) => same.First());
}
