using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What the block of an annotated class does, as far as its source tells.</summary>
internal sealed class BlockFlow(BlockContext block, IReadOnlyList<FlowEvent> events, ISet<SyntaxNode> bodies, bool isComplete, long? stateWidth, long? stateChannels)
{
    public BlockContext Block { get; } = block;

    public bool IsComplete { get; } = isComplete;

    public long? StateWidth { get; } = stateWidth;

    public long? StateChannels { get; } = stateChannels;

    /// <summary>The block's results, one for each way out of it.</summary>
    public IEnumerable<Outcome> Outcomes => All<Outcome>();

    /// <summary>Whether the block returns its input plus something, and nobody strips that off.</summary>
    public bool HasOwnSkip => IsComplete && !Block.StripsSkip && Outcomes.Any() && Outcomes.All(outcome => outcome.Result is { StateShare: 1, HasMore: true });

    public IEnumerable<T> All<T>()
        where T : FlowEvent
        => events.OfType<T>();

    /// <summary>Whether something is created once and kept: each way to it is behind a test of a field that is set behind the same test.</summary>
    public bool IsKept(Construction made)
        => made.Ways.All(way => way.Any(choice => All<Store>().Any(store => choice.Decider.Fields.Contains(store.Holder) && store.Choices.Any(choice.IsSameWay))));

    /// <summary>Whether the block runs the code at a place.</summary>
    public bool Runs(SyntaxNode place) => place.AncestorsAndSelf().Any(bodies.Contains);
}
