using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>What all analyzers ask of one annotated class. It is parsed once and walked once, and lives as long as its compilation.</summary>
internal sealed class AnnotatedClass
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, AnnotatedClass>> Known = new();

    private readonly object gate = new();
    private readonly INamedTypeSymbol type;
    private readonly AttributeData annotation;
    private DepthParse? parse;
    private IReadOnlyList<BlockFlow>? flows;

    private AnnotatedClass(INamedTypeSymbol type, AttributeData annotation)
    {
        this.type = type;
        this.annotation = annotation;
    }

    /// <summary>The class; null where it is not annotated.</summary>
    public static AnnotatedClass? Of(INamedTypeSymbol type, Compilation compilation)
        => DepthParser.FindAttribute(type) is { } annotation
            ? Known
                .GetValue(compilation, _ => new ConcurrentDictionary<INamedTypeSymbol, AnnotatedClass>(SymbolEqualityComparer.Default))
                .GetOrAdd(type, _ => new AnnotatedClass(type, annotation))
            : null;

    /// <summary>What the generator's own parser reads of it.</summary>
    public DepthParse Parse(Compilation compilation, CancellationToken cancellation)
    {
        lock (gate)
        {
            return parse ??= DepthParser.Parse(type, annotation, compilation, cancellation);
        }
    }

    /// <summary>What its blocks do, one flow for each phase; none where blocks or settings are errors anyway.</summary>
    public IReadOnlyList<BlockFlow> Flows(Compilation compilation, CancellationToken cancellation)
    {
        lock (gate)
        {
            return flows ??= Walk(Parse(compilation, cancellation), compilation, cancellation);
        }
    }

    private static List<BlockFlow> Walk(DepthParse parse, Compilation compilation, CancellationToken cancellation)
        => parse is { Module: not null, Settings: { } settings }
            ? parse.Members
                .Zip(parse.Phases, (member, phase) => BlockWalk.Run(new BlockContext(parse, member.Symbol, phase, settings, new SourceCode(compilation, cancellation))))
                .ToList()
            : [];
}
