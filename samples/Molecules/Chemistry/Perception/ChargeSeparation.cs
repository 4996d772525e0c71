namespace Molecules.Chemistry.Perception;

/// <summary>
/// Gives separate charges to what is often written without: nitrogen with five bonds, as in nitro groups (N(=O)=O), N-oxides and
/// azides, and the halogens of chlorates and their kind.
/// </summary>
internal static class ChargeSeparation
{
    private const int HalogenElectrons = 7;

    public static void Normalize(MoleculeDraft draft)
    {
        foreach (var atom in draft.Atoms.Where(atom => atom.Charge == 0))
        {
            if (IsFivefoldNitrogen(atom))
            {
                atom.Bonds.Where(bond => CanTakeCharge(bond, atom)).Take(1).ToList().ForEach(bond => Separate(atom, bond));
            }
            else if (atom.Element.OuterElectrons == HalogenElectrons)
            {
                atom.Bonds.Where(bond => IsOxo(bond, atom)).ToList().ForEach(bond => Separate(atom, bond));
            }
        }
    }

    private static void Separate(Atom atom, Bond bond)
    {
        bond.Order -= 1;
        bond.KekuleOrder -= 1;
        bond.Other(atom).Charge = -1;
        atom.Charge++;
    }

    private static bool IsFivefoldNitrogen(Atom atom)
        => atom.Element.Number == Element.Nitrogen
            && (2 * atom.Hydrogens) + atom.Bonds.Sum(bond => bond.IsAromatic ? 3 : 2 * bond.KekuleOrder) == 10;

    private static bool CanTakeCharge(Bond bond, Atom nitrogen)
        => IsOxo(bond, nitrogen)
            || (bond.Order is BondOrder.Double or BondOrder.Triple && bond.Other(nitrogen) is { Element.Number: Element.Nitrogen, Charge: 0, Bonds.Count: 1 });

    private static bool IsOxo(Bond bond, Atom atom)
        => bond.Order == BondOrder.Double && bond.Other(atom) is { Element.Number: Element.Oxygen, Charge: 0, Bonds.Count: 1 };
}
