namespace Molecules.Chemistry.Perception;

/// <summary>
/// Bonds whose electrons are shared beyond their two atoms: the aromatic ones, and a multiple bond with the single bond that links
/// it to further electrons.
/// </summary>
internal static class ConjugationModel
{
    public static void Apply(MoleculeDraft draft)
    {
        foreach (var bond in draft.Bonds)
        {
            bond.IsConjugated = bond.IsAromatic;
        }

        foreach (var atom in draft.Atoms.Where(atom => CanConjugate(atom) && atom.Degree is 2 or 3))
        {
            MarkAround(atom);
        }
    }

    private static void MarkAround(Atom atom)
    {
        foreach (var multiple in atom.Bonds.Where(bond => bond.IsAromatic || bond.KekuleOrder >= 2))
        {
            foreach (var link in atom.Bonds.Where(bond => bond != multiple && bond.Other(atom).Degree <= 3 && CanConjugate(bond.Other(atom))))
            {
                multiple.IsConjugated = link.IsConjugated = true;
            }
        }
    }

    /// <summary>Beyond the second row the atoms of the nitrogen and oxygen groups share too little to count.</summary>
    private static bool CanConjugate(Atom atom)
    {
        var isHypervalent = atom.Charge == 0 && atom.Element.Valences is [var lowest, ..] && atom.Valence > lowest;
        return !isHypervalent
            && (atom.Element.Row <= 2 || atom.Element.OuterElectrons is not (5 or 6))
            && PiElectrons.Available(atom) > 0;
    }
}
