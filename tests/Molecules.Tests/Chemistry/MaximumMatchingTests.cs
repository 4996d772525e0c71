using Molecules.Chemistry.Perception;

namespace Molecules.Tests.Chemistry;

public sealed class MaximumMatchingTests
{
    /// <summary>Two five-cycles and the spokes between them: every search runs into odd cycles.</summary>
    private static readonly (int, int)[] Petersen =
        [.. Enumerable.Range(0, 5).SelectMany(i => new[] { (i, (i + 1) % 5), (i, i + 5), (i + 5, ((i + 2) % 5) + 5) })];

    [Fact]
    public void An_odd_cycle_leaves_one_vertex_alone()
        => Assert.Equal(4, Matched(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]));

    [Fact]
    public void The_Petersen_graph_has_a_perfect_matching() => Assert.Equal(10, Matched(10, Petersen));

    [Fact]
    public void A_star_matches_one_pair() => Assert.Equal(2, Matched(5, [(0, 1), (0, 2), (0, 3), (0, 4)]));

    [Fact]
    public void Nothing_matches_nothing() => Assert.Equal(0, Matched(3, []));

    [Fact]
    public void Random_graphs_are_matched_as_well_as_by_trying_everything()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var vertices = random.Next(2, 9);
            var edges = (from a in Enumerable.Range(0, vertices)
                         from b in Enumerable.Range(a + 1, vertices - a - 1)
                         where random.NextDouble() < 0.4
                         select (a, b)).ToArray();
            Assert.Equal(2 * Best(edges, []), Matched(vertices, edges));
        }
    }

    private static int Best(ReadOnlySpan<(int A, int B)> edges, HashSet<int> taken)
    {
        if (edges.IsEmpty)
        {
            return 0;
        }

        var (a, b) = edges[0];
        var without = Best(edges[1..], taken);
        return taken.Contains(a) || taken.Contains(b) ? without : Math.Max(without, 1 + Best(edges[1..], [.. taken, a, b]));
    }

    private static int Matched(int vertices, (int From, int To)[] edges)
    {
        var partners = new MaximumMatching(vertices, edges).Find();
        for (var i = 0; i < vertices; i++)
        {
            if (partners[i] is { } partner)
            {
                Assert.Equal(i, partners[partner]);
                Assert.Contains(edges, edge => edge == (i, partner) || edge == (partner, i));
            }
        }

        return partners.Count(partner => partner is not null);
    }
}
