using System.Collections.Immutable;
using System.Numerics;

namespace Molecules.Chemistry.Perception;

/// <summary>
/// The rings: every cycle that is no sum (modulo 2) of shorter ones, so that all faces of a cube count. They are looked for among
/// the cycles of one bond and the shortest paths from an atom to its two ends (Horton).
/// </summary>
internal static class RingPerception
{
    /// <summary>Finds the rings and marks their atoms and bonds.</summary>
    public static ImmutableArray<Ring> Find(IReadOnlyList<Atom> atoms, IReadOnlyList<Bond> bonds)
    {
        var shorter = new CycleSpace();
        var rings = ImmutableArray.CreateBuilder<Ring>();
        foreach (var size in Candidates(atoms, bonds).Distinct().GroupBy(cycle => cycle.Bonds.Length).OrderBy(size => size.Key))
        {
            var found = size.Where(cycle => !shorter.Contains(cycle.Bits)).ToList();
            rings.AddRange(found.Select(cycle => Mark([.. cycle.Bonds.Select(bond => bonds[bond])])));
            found.ForEach(cycle => shorter.Add(cycle.Bits));
        }

        return rings.ToImmutable();
    }

    private static Ring Mark(ImmutableArray<Bond> bonds)
    {
        var ring = new Ring([.. bonds.SelectMany(bond => new[] { bond.Begin, bond.End }).Distinct()], bonds);
        foreach (var bond in bonds)
        {
            bond.IsInRing = bond.Begin.IsInRing = bond.End.IsInRing = true;
        }

        return ring;
    }

    private static IEnumerable<Cycle> Candidates(IReadOnlyList<Atom> atoms, IReadOnlyList<Bond> bonds)
    {
        var places = bonds.Select((bond, i) => (bond, i)).ToDictionary(pair => pair.bond, pair => pair.i);
        foreach (var root in atoms.Where(atom => atom.Bonds.Count > 1))
        {
            var paths = ShortestPaths(root);
            foreach (var bond in bonds)
            {
                if (!paths.TryGetValue(bond.Begin, out var left) || !paths.TryGetValue(bond.End, out var right))
                {
                    continue;
                }

                // The two paths may share no bond, nor may the bond lie on one of them.
                var cycle = new HashSet<int>(left.Concat(right).Append(bond).Select(member => places[member]));
                if (cycle.Count == left.Length + right.Length + 1)
                {
                    yield return new Cycle([.. cycle]);
                }
            }
        }
    }

    private static Dictionary<Atom, ImmutableArray<Bond>> ShortestPaths(Atom root)
    {
        var paths = new Dictionary<Atom, ImmutableArray<Bond>> { [root] = [] };
        var queue = new Queue<Atom>([root]);
        while (queue.TryDequeue(out var atom))
        {
            foreach (var bond in atom.Bonds)
            {
                if (paths.TryAdd(bond.Other(atom), paths[atom].Add(bond)))
                {
                    queue.Enqueue(bond.Other(atom));
                }
            }
        }

        return paths;
    }

    /// <summary>A cycle by the numbers of its bonds; two are equal if their bonds are the same.</summary>
    private sealed class Cycle(ImmutableArray<int> bonds) : IEquatable<Cycle>
    {
        public ImmutableArray<int> Bonds { get; } = bonds;

        public BigInteger Bits { get; } = bonds.Aggregate(BigInteger.Zero, (bits, bond) => bits | (BigInteger.One << bond));

        public bool Equals(Cycle? other) => Bits == other?.Bits;

        public override bool Equals(object? other) => Equals(other as Cycle);

        public override int GetHashCode() => Bits.GetHashCode();
    }

    /// <summary>All sums of some cycles, kept as a basis in which no two have the same highest bond.</summary>
    private sealed class CycleSpace
    {
        private readonly Dictionary<long, BigInteger> basis = [];

        public bool Contains(BigInteger cycle) => Reduce(cycle).IsZero;

        public void Add(BigInteger cycle)
        {
            if (Reduce(cycle) is { IsZero: false } rest)
            {
                basis.Add(rest.GetBitLength(), rest);
            }
        }

        private BigInteger Reduce(BigInteger cycle)
        {
            while (!cycle.IsZero && basis.TryGetValue(cycle.GetBitLength(), out var member))
            {
                cycle ^= member;
            }

            return cycle;
        }
    }
}
