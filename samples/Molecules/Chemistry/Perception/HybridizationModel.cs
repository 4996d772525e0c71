namespace Molecules.Chemistry.Perception;

/// <summary>Hybridisation by the count of neighbours, lone pairs and single electrons; a lone pair beside conjugated bonds joins them.</summary>
internal static class HybridizationModel
{
    public static void Apply(IEnumerable<Atom> atoms)
    {
        foreach (var atom in atoms)
        {
            atom.Hybridization = Of(atom);
        }
    }

    private static Hybridization Of(Atom atom) => Orbitals(atom) switch
    {
        0 or 1 => Hybridization.S,
        2 => Hybridization.Sp,
        3 => Hybridization.Sp2,
        4 when atom.Degree <= 3 && atom.Bonds.Any(bond => bond.IsConjugated) => Hybridization.Sp2,
        4 => Hybridization.Sp3,
        5 => Hybridization.Sp3d,
        6 => Hybridization.Sp3d2,
        _ => Hybridization.Other,
    };

    private static int Orbitals(Atom atom)
    {
        if (atom.Element.Number == Element.Hydrogen)
        {
            return atom.Degree;
        }

        var free = atom.Element.OuterElectrons - atom.Charge - atom.Valence;
        var lacksOctet = atom.Valence + atom.Element.OuterElectrons - atom.Charge < 8;
        var single = lacksOctet ? atom.Radicals : 0;
        return atom.Degree + single + ((free - single) / 2);
    }
}
