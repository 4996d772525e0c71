using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What the block of an annotated class does, as far as its source tells.</summary>
internal sealed class BlockFlow(BlockContext block, IReadOnlyList<FlowEvent> events, ISet<SyntaxNode> bodies, bool isComplete, long? stateWidth, long? stateChannels)
{
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

    /// <summary>Lets one analyzer at a time judge: what they ask is looked up when it is first asked.</summary>
    public IReadOnlyList<Finding> Judge(Action<Action<Finding>> judge, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        lock (gate)
        {
            Block.Code.Cancellation = cancellation;
            judge(findings.Add);
        }

        return findings;
    }
}
