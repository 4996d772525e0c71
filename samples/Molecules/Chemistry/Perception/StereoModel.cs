using System.Collections.Immutable;

namespace Molecules.Chemistry.Perception;

/// <summary>Settles the stereo marks of the text: drops those on atoms and bonds that can be arranged in one way only.</summary>
internal static class StereoModel
{
    /// <summary>In smaller rings a double bond has no choice.</summary>
    private const int SmallestRingWithChoice = 8;

    public static void Apply(MoleculeDraft draft, ImmutableArray<Ring> rings)
    {
        if (draft.Atoms.All(atom => atom.Chirality == Chirality.None) && draft.Bonds.All(bond => bond.Direction == BondDirection.None))
        {
            return;
        }

        var ranks = new SeniorityRanks(draft.Atoms);
        foreach (var bond in draft.Bonds.Where(bond => bond.Order == BondOrder.Double))
        {
            bond.Stereo = Arrangement(bond, ranks, rings);
        }

        DropFalseCentres(draft, ranks, rings);
    }

    private static BondStereo Arrangement(Bond bond, SeniorityRanks ranks, ImmutableArray<Ring> rings)
    {
        var isFixed = rings.Any(ring => ring.Size < SmallestRingWithChoice && ring.Bonds.Contains(bond));
        return !isFixed && SeniorSide(bond.Begin, bond, ranks) is { } begin && SeniorSide(bond.End, bond, ranks) is { } end
            ? begin == end ? BondStereo.Together : BondStereo.Opposite
            : BondStereo.None;
    }

    /// <summary>Whether the senior substituent of one end stands above; null where that is not told or both are alike.</summary>
    private static bool? SeniorSide(Atom atom, Bond doubleBond, SeniorityRanks ranks)
    {
        var others = atom.Bonds.Where(bond => bond != doubleBond).ToList();
        if (others.Count + atom.Hydrogens > 2 || others.FirstOrDefault(bond => bond.Direction != BondDirection.None) is not { } marked)
        {
            return null;
        }

        var second = others.FirstOrDefault(bond => bond != marked)?.Other(atom);
        var order = ranks.Of(marked.Other(atom)).CompareTo(ranks.Of(second));
        var isMarkedAbove = (marked.Direction == BondDirection.Up) == (marked.Begin == atom);
        return order == 0 ? null : isMarkedAbove == (order > 0);
    }

    private static void DropFalseCentres(MoleculeDraft draft, SeniorityRanks ranks, ImmutableArray<Ring> rings)
    {
        var marked = draft.Atoms.Where(atom => atom.Chirality != Chirality.None).ToList();
        var inRingPair = marked.Where(atom => IsRingCentre(atom, ranks)).ToList();
        foreach (var atom in marked.Where(atom => !IsCentre(atom, ranks)))
        {
            var hasPartner = inRingPair.Contains(atom)
                && rings.Any(ring => ring.Atoms.Contains(atom) && inRingPair.Any(other => other != atom && ring.Atoms.Contains(other)));
            if (!hasPartner)
            {
                atom.Chirality = Chirality.None;
            }
        }
    }

    private static bool IsCentre(Atom atom, SeniorityRanks ranks)
        => CanBeCentre(atom) && atom.Neighbours.Select(ranks.Of).Distinct().Count() == atom.Bonds.Count;

    /// <summary>Two alike neighbours in a ring: a centre if the ring has another one, as in 1,4-dimethylcyclohexane.</summary>
    private static bool IsRingCentre(Atom atom, SeniorityRanks ranks)
    {
        var alike = atom.Bonds.GroupBy(bond => ranks.Of(bond.Other(atom))).Where(group => group.Count() > 1).ToList();
        return CanBeCentre(atom) && alike is [var pair] && pair.Count() == 2 && pair.All(bond => bond.IsInRing);
    }

    private static bool CanBeCentre(Atom atom)
        => atom.Hydrogens <= 1 && (atom.Degree == 4 || (atom.Degree == 3 && atom.Element.Row > 2));
}
