using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>A way out of a branch, on which some code runs and on the other way does not.</summary>
/// <param name="Branching">The statement or expression that branches.</param>
/// <param name="Way">The block that the way leads to.</param>
/// <param name="At">The block that decides; -1 where an exception does.</param>
internal sealed record Decision(SyntaxNode Branching, int Way, int At);

/// <summary>
/// Which branches decide whether a block of a flow graph runs (Ferrante, Ottenstein and Warren 1987): B depends on the way from A to S
/// if every way from S to the end comes past B, and not every way from A does. Ways that throw lead to no end, so that what follows
/// a check of the arguments depends on nothing.
/// </summary>
internal sealed class ControlDependence
{
    private readonly ControlFlowGraph graph;
    private readonly List<Decision>[] direct;
    private readonly IReadOnlyList<Decision>?[] all;

    public ControlDependence(ControlFlowGraph graph)
    {
        this.graph = graph;
        direct = graph.Blocks.Select(_ => new List<Decision>()).ToArray();
        all = new IReadOnlyList<Decision>?[direct.Length];
        var branches = graph.Blocks.Where(block => block.ConditionalSuccessor is not null).ToList();
        if (branches.Count > 0)
        {
            var passed = Passed();
            branches.ForEach(branch => Decide(branch, passed));
        }
    }

    /// <summary>Every decision that a block depends on, through others as well.</summary>
    public IReadOnlyList<Decision> Of(int block)
    {
        if (all[block] is not { } decisions)
        {
            var found = new List<Decision>();
            Collect(block, null, found, []);
            all[block] = decisions = found.Distinct().ToList();
        }

        return decisions;
    }

    /// <summary>The parts of one condition, or the cases of one switch, are tried one after the other: only the last that was tried counts.</summary>
    private void Collect(int block, SyntaxNode? below, List<Decision> found, HashSet<int> seen)
    {
        foreach (var decision in direct[block])
        {
            if (decision.Branching != below)
            {
                found.Add(decision);
            }

            if (seen.Add(decision.At))
            {
                Collect(decision.At, decision.Branching, found, seen);
            }
        }

        for (var region = graph.Blocks[block].EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
            {
                found.Add(new Decision(graph.OriginalOperation.Syntax, region.FirstBlockOrdinal, -1));
            }

            // No edge of the graph leads to handlers; they are where their try is.
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally && seen.Add(region.EnclosingRegion!.FirstBlockOrdinal))
            {
                Collect(region.EnclosingRegion!.FirstBlockOrdinal, null, found, seen);
            }
        }
    }

    /// <summary>For each block, as a set of bits, the blocks that every way from it to the end comes past; all of them where no way leads there.</summary>
    private BigInteger[] Passed()
    {
        var passed = graph.Blocks.Select(_ => BigInteger.MinusOne).ToArray();
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var block in graph.Blocks.Reverse())
            {
                var ahead = IsEnd(block) ? BigInteger.Zero : Destinations(block).Aggregate(BigInteger.MinusOne, (common, next) => common & passed[next.Ordinal]);
                var found = ahead | Bit(block.Ordinal);
                isNew |= found != passed[block.Ordinal];
                passed[block.Ordinal] = found;
            }
        }

        return passed;
    }

    private void Decide(BasicBlock branch, BigInteger[] passed)
    {
        foreach (var way in Destinations(branch))
        {
            var isDead = passed[way.Ordinal] == BigInteger.MinusOne;
            var decided = isDead ? Bit(way.Ordinal) : passed[way.Ordinal] & ~(passed[branch.Ordinal] & ~Bit(branch.Ordinal));
            for (var block = 0; block < direct.Length; block++)
            {
                if (!(decided & Bit(block)).IsZero)
                {
                    direct[block].Add(new Decision(Branchings.Of(branch.BranchValue!), way.Ordinal, branch.Ordinal));
                }
            }
        }
    }

    private static bool IsEnd(BasicBlock block)
        => block.Kind == BasicBlockKind.Exit || block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling;

    private static IEnumerable<BasicBlock> Destinations(BasicBlock block)
        => new[] { block.ConditionalSuccessor?.Destination, block.FallThroughSuccessor?.Destination }.Where(next => next is not null).Select(next => next!);

    private static BigInteger Bit(int block) => BigInteger.One << block;
}
