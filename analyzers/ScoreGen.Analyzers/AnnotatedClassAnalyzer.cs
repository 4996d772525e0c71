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
/// Parses each annotated class once, with its bodies as the compiler has bound them. A class without the annotation costs one look at its attributes.
/// </summary>
public abstract class AnnotatedClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
        context.RegisterSymbolAction(JudgeAtOnce, SymbolKind.NamedType);
    }

    /// <summary>The compiler hands over the bodies of a class as it binds them; it is judged when they are all there.</summary>
    private void Start(SymbolStartAnalysisContext start)
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
    private void JudgeAtOnce(SymbolAnalysisContext context)
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

    private void Judge(SymbolAnalysisContext context, AttributeData annotation, IReadOnlyDictionary<ISymbol, IOperation> bodies)
    {
        var parse = DepthParser.Parse((INamedTypeSymbol)context.Symbol, annotation, context.Compilation, context.CancellationToken);
        var code = new SourceCode(context.Compilation, bodies, context.CancellationToken);
        var help = HelpPages.Of(context.Options.AnalyzerConfigOptionsProvider);
        foreach (var finding in Judge(parse, code))
        {
            context.ReportDiagnostic(finding.ToDiagnostic(help));
        }
    }

    /// <summary>What there is to say of a class.</summary>
    private protected abstract IEnumerable<Finding> Judge(DepthParse parse, SourceCode code);

    /// <summary>What each of its blocks does, in their order; empty where settings or blocks are errors, and there is nothing to judge.</summary>
    private protected static IReadOnlyList<BlockFlow> Flows(DepthParse parse, SourceCode code)
        => parse is { Module: not null } && (parse.Settings is not null || parse.EquilibriumSettings is not null)
            ? parse.Members.Zip(parse.Phases, (member, phase) => BlockWalk.Run(new BlockContext(parse, member.Symbol, phase, code))).ToList()
            : [];

    private protected static List<Finding> Findings(Action<Action<Finding>> judge)
    {
        var findings = new List<Finding>();
        judge(findings.Add);
        return findings;
    }
}
