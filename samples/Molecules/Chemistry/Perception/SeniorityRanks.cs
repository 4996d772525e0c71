namespace Molecules.Chemistry.Perception;

/// <summary>
/// Ranks the atoms as the CIP rules rank substituents, as far as numbers, isotopes and connections go: by the atom itself, then by
/// its neighbours, then by theirs. Atoms of one rank stand alike in the graph.
/// </summary>
internal sealed class SeniorityRanks
{
    private readonly Dictionary<Atom, int> ranks;

    public SeniorityRanks(IReadOnlyList<Atom> atoms)
    {
        ranks = Rank(atoms, atom => [atom.Element.Number, atom.Isotope]);
        for (var classes = 0; classes < ranks.Values.Distinct().Count();)
        {
            classes = ranks.Values.Distinct().Count();
            ranks = Rank(atoms, Key);
        }
    }

    /// <summary>The rank of a substituent; higher is senior, and null, a hydrogen, the lowest.</summary>
    public int Of(Atom? atom) => atom is null ? -1 : ranks[atom];

    /// <summary>A multiple bond counts its neighbour as often as it is bonded; hydrogens come last.</summary>
    private int[] Key(Atom atom)
    {
        var neighbours = atom.Bonds
            .SelectMany(bond => Enumerable.Repeat(ranks[bond.Other(atom)], bond.KekuleOrder))
            .OrderDescending()
            .Concat(Enumerable.Repeat(-1, atom.Hydrogens));
        return [ranks[atom], .. neighbours];
    }

    private static Dictionary<Atom, int> Rank(IReadOnlyList<Atom> atoms, Func<Atom, int[]> key)
    {
        var keys = atoms.ToDictionary(atom => atom, key);
        var order = keys.Values.Distinct(KeyComparer.Instance).Order(KeyComparer.Instance).ToList();
        return keys.ToDictionary(pair => pair.Key, pair => order.BinarySearch(pair.Value, KeyComparer.Instance));
    }

    private sealed class KeyComparer : IComparer<int[]>, IEqualityComparer<int[]>
    {
        public static readonly KeyComparer Instance = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);

        public bool Equals(int[]? x, int[]? y) => Compare(x, y) == 0;

        public int GetHashCode(int[] key)
        {
            var hash = default(HashCode);
            foreach (var part in key)
            {
                hash.Add(part);
            }

            return hash.ToHashCode();
        }
    }
}
