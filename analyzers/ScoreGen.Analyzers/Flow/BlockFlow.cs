using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What the block of an annotated class does, as far as its source tells.</summary>
internal sealed class BlockFlow(BlockContext block, IReadOnlyList<FlowEvent> events, ISet<SyntaxNode> bodies, bool isComplete, long? stateWidth, long? stateChannels)
{
    // Every analyzer asks for the same flow. It lives as long as its compilation.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, Slot>> Known = new();

    private readonly object gate = new();

    public BlockContext Block { get; } = block;

    public bool IsComplete { get; } = isComplete;

    public long? StateWidth { get; } = stateWidth;

    public long? StateChannels { get; } = stateChannels;

    /// <summary>The block's results, one for each way out of it.</summary>
    public IEnumerable<Outcome> Outcomes => All<Outcome>();

    public IEnumerable<T> All<T>()
        where T : FlowEvent
        => events.OfType<T>();

    /// <summary>Whether the block runs the code at a place.</summary>
    public bool Runs(SyntaxNode place) => place.AncestorsAndSelf().Any(bodies.Contains);

    /// <summary>The flow of a class's block; null where block or settings are errors anyway.</summary>
    public static BlockFlow? Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var slot = Known
            .GetValue(compilation, _ => new ConcurrentDictionary<INamedTypeSymbol, Slot>(SymbolEqualityComparer.Default))
            .GetOrAdd(type, _ => new Slot());
        lock (slot)
        {
            if (!slot.IsFilled)
            {
                slot.Flow = Find(type, compilation, cancellation);
                slot.IsFilled = true;
            }

            return slot.Flow;
        }
    }

    /// <summary>Lets one analyzer at a time judge: what they ask is looked up when it is first asked. One squiggle a place, whatever number of ways leads there.</summary>
    public IReadOnlyList<Finding> Judge(Action<Action<Finding>> judge, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var places = new HashSet<Location>();
        lock (gate)
        {
            Block.Code.Cancellation = cancellation;
            judge(finding =>
            {
                if (finding.Location.IsInSource && places.Add(finding.Location))
                {
                    findings.Add(finding);
                }
            });
        }

        return findings;
    }

    private static BlockFlow? Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (DepthParser.FindAttribute(type) is not { } attribute)
        {
            return null;
        }

        var parse = DepthParser.Parse(type, attribute, compilation, cancellation);
        return parse is { BlockMember: { } member, Block: { } fitted, Module: not null, Settings: { } settings }
            ? BlockWalk.Run(new BlockContext(parse, member, fitted, settings, new SourceCode(compilation, cancellation)))
            : null;
    }

    private sealed class Slot
    {
        public bool IsFilled { get; set; }

        public BlockFlow? Flow { get; set; }
    }
}
