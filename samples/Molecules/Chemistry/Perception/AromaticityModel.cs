using System.Collections.Immutable;

namespace Molecules.Chemistry.Perception;

/// <summary>
/// Hückel's rule as RDKit applies it: a ring, or up to six fused ones together, is aromatic if each atom can take part and they
/// share 4n + 2 electrons. Of fused rings only the rim counts.
/// </summary>
internal static class AromaticityModel
{
    private const int MaxFusedRings = 6;
    private const int MaxFusedRingSize = 24;

    public static void Apply(ImmutableArray<Ring> rings)
    {
        var given = rings.SelectMany(ring => ring.Atoms).Distinct().ToDictionary(atom => atom, PiElectrons.GivenToRing);
        var candidates = rings.Where(ring => ring.Atoms.All(atom => given[atom] is not null)).ToList();
        foreach (var system in FusedSystems(candidates))
        {
            MarkSystem(system, atom => given[atom]!.Value);
        }
    }

    private static void MarkSystem(IReadOnlyList<Ring> system, Func<Atom, int> given)
    {
        var bonds = system.SelectMany(ring => ring.Bonds).Distinct().ToList();
        for (var size = 1; size <= Math.Min(system.Count, MaxFusedRings); size++)
        {
            foreach (var rings in Subsets(system, size).Where(IsConnected))
            {
                if (IsAromatic(rings, given))
                {
                    Mark(rings);
                }
            }

            if (bonds.All(bond => bond.IsAromatic))
            {
                return;
            }
        }
    }

    /// <summary>An atom inside three rings is no part of the rim.</summary>
    private static bool IsAromatic(IReadOnlyList<Ring> rings, Func<Atom, int> given)
    {
        var electrons = rings
            .SelectMany(ring => ring.Atoms)
            .CountBy(atom => atom)
            .Where(count => count.Value <= 2)
            .Sum(count => given(count.Key));
        return electrons is 2 or >= 6 && electrons % 4 == 2;
    }

    private static void Mark(IReadOnlyList<Ring> rings)
    {
        foreach (var atom in rings.SelectMany(ring => ring.Atoms))
        {
            atom.IsAromatic = true;
        }

        foreach (var (bond, _) in rings.SelectMany(ring => ring.Bonds).CountBy(bond => bond).Where(count => count.Value == 1))
        {
            bond.Order = BondOrder.Aromatic;
        }
    }

    private static List<IReadOnlyList<Ring>> FusedSystems(IReadOnlyList<Ring> rings)
    {
        var systems = new List<IReadOnlyList<Ring>>();
        var left = rings.ToList();
        while (left.Count > 0)
        {
            var system = Reach(left[0], left);
            systems.Add(system);
            left.RemoveAll(system.Contains);
        }

        return systems;
    }

    private static bool IsConnected(IReadOnlyList<Ring> rings) => Reach(rings[0], rings).Count == rings.Count;

    private static List<Ring> Reach(Ring start, IReadOnlyList<Ring> rings)
    {
        var reached = new List<Ring> { start };
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(rings.Where(ring => !reached.Contains(ring) && AreFused(reached[i], ring)).ToList());
        }

        return reached;
    }

    private static bool AreFused(Ring first, Ring second)
        => first.Size <= MaxFusedRingSize && second.Size <= MaxFusedRingSize && first.Bonds.Count(bond => second.Bonds.Contains(bond)) == 1;

    private static IEnumerable<IReadOnlyList<Ring>> Subsets(IReadOnlyList<Ring> rings, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= rings.Count - size; i++)
        {
            foreach (var rest in Subsets(rings, size - 1, i + 1))
            {
                yield return [rings[i], .. rest];
            }
        }
    }
}
