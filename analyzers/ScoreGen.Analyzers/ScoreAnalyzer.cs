using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>
/// Judges annotated classes: each is parsed once, each of its blocks is followed once, and all rules judge the same result. A class
/// without the annotation costs one look at its attributes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScoreAnalyzer : DiagnosticAnalyzer
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

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
        context.RegisterSymbolAction(JudgeAtOnce, SymbolKind.NamedType);
    }

    /// <summary>The compiler hands over the bodies of a class as it binds them; it is judged when they are all there.</summary>
    private static void Start(SymbolStartAnalysisContext start)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        if (DepthParser.FindAttribute(type) is { } annotation && !HasNoEnd(type))
        {
            var bodies = new ConcurrentDictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
            start.RegisterOperationBlockAction(bound =>
            {
                if (bound.OperationBlocks.Select(Root).FirstOrDefault(root => root is IMethodBodyBaseOperation or IBlockOperation) is { } body)
                {
                    bodies[bound.OwningSymbol] = body;
                }
            });
            start.RegisterSymbolEndAction(end => Judge(end, annotation, bodies));
        }
    }

    /// <summary>A class whose end the compiler does not announce is judged with bodies of its own.</summary>
    private static void JudgeAtOnce(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DepthParser.FindAttribute(type) is { } annotation && HasNoEnd(type))
        {
            Judge(context, annotation, ImmutableDictionary<ISymbol, IOperation>.Empty);
        }
    }

    /// <summary>Roslyn 5.12 waits in vain for the defining half of a partial constructor.</summary>
    private static bool HasNoEnd(INamedTypeSymbol type) => type.Constructors.Any(constructor => constructor.PartialImplementationPart is not null || constructor.PartialDefinitionPart is not null);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static void Judge(SymbolAnalysisContext context, AttributeData annotation, IReadOnlyDictionary<ISymbol, IOperation> bodies)
    {
        var parse = DepthParser.Parse((INamedTypeSymbol)context.Symbol, annotation, context.Compilation, context.CancellationToken);
        var code = new SourceCode(context.Compilation, bodies, context.CancellationToken);
        var help = HelpPages.Of(context.Options.AnalyzerConfigOptionsProvider);
        foreach (var finding in parse.Findings.Concat(OfSettings(parse, code)).Concat(OfSteering(parse, code)).Concat(OfBlocks(parse, code)))
        {
            context.ReportDiagnostic(finding.ToDiagnostic(help));
        }
    }

    private static IEnumerable<Finding> OfSettings(DepthParse parse, SourceCode code)
        => JudgedDepth.Of(parse, code.Cancellation) is { } depth
            ? Rules.OfSettings.SelectMany(rule => Findings(report => rule.Judge(depth, report)))
            : JudgedEquilibrium.Of(parse, code) is { } equilibrium
                ? Rules.OfEquilibria.SelectMany(rule => Findings(report => rule.Judge(equilibrium, report)))
                : [];

    /// <summary>Where settings or blocks are errors, there is nothing to judge.</summary>
    private static IEnumerable<Finding> OfBlocks(DepthParse parse, SourceCode code)
    {
        if (parse is not { Module: not null, Phases.Length: > 0 } || (parse.Settings is null && parse.EquilibriumSettings is null))
        {
            return [];
        }

        var flows = parse.Members
            .Zip(parse.Phases, (member, phase) => BlockWalk.Run(new BlockContext(parse, member.Symbol, phase, code)))
            .ToList();
        return Rules.OfBlocks.Concat(parse.IsEquilibrium ? Rules.OfBlocksOfEquilibria : Rules.OfBlocksInSteps)
            .SelectMany(rule => OncePerPlace(flows.SelectMany(flow => Findings(report => rule.Judge(flow, report)))))
            .Concat(OfClass(parse, flows, code));
    }

    private static IEnumerable<Finding> OfClass(DepthParse parse, IReadOnlyList<BlockFlow> flows, SourceCode code)
        => JudgedDepth.Of(parse, code.Cancellation) is { } depth
            ? Rules.OfClasses.SelectMany(rule => OncePerPlace(Findings(report => rule.Judge(depth, flows, report))))
            : [];

    private static IEnumerable<Finding> OfSteering(DepthParse parse, SourceCode code)
        => OncePerPlace(Rules.OfSteering.SelectMany(rule => Findings(report => rule.Judge(parse, code, report))));

    /// <summary>One squiggle a place for each rule, whatever number of ways and of blocks leads there.</summary>
    private static IEnumerable<Finding> OncePerPlace(IEnumerable<Finding> findings)
        => findings.Where(finding => finding.Location.IsInSource).GroupBy(finding => finding.Location, (_, same) => same.First());

    private static List<Finding> Findings(Action<Action<Finding>> judge)
    {
        var findings = new List<Finding>();
        judge(findings.Add);
        return findings;
    }
}
