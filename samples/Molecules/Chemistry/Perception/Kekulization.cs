using Molecules.Chemistry.Smiles;

namespace Molecules.Chemistry.Perception;

/// <summary>
/// Replaces the aromatic bonds of the text by alternating single and double ones, so that aromaticity can be judged anew
/// whichever way the molecule was written. The double bonds are a perfect matching of the atoms that need one.
/// </summary>
internal static class Kekulization
{
    public static void Apply(MoleculeDraft draft)
    {
        var needy = draft.Atoms.Where(NeedsDoubleBond).ToList();
        var places = needy.Select((atom, i) => (atom, i)).ToDictionary(pair => pair.atom, pair => pair.i);
        var partners = new MaximumMatching(needy.Count, draft.Bonds
            .Where(bond => bond.IsAromatic && places.ContainsKey(bond.Begin) && places.ContainsKey(bond.End))
            .Select(bond => (places[bond.Begin], places[bond.End]))).Find();

        for (var i = 0; i < needy.Count; i++)
        {
            if (partners[i] is not { } partner)
            {
                throw new SmilesException(
                    $"the aromatic {needy[i].Element.Symbol} finds no neighbour for a double bond; does a ring lack a hydrogen, as in [nH]?",
                    needy[i].Position);
            }

            needy[i].Bonds.First(bond => bond.Other(needy[i]) == needy[partner]).KekuleOrder = 2;
        }

        foreach (var bond in draft.Bonds)
        {
            bond.Order = (BondOrder)bond.KekuleOrder;
        }

        draft.Atoms.ForEach(atom => atom.IsAromatic = false);
    }

    private static bool NeedsDoubleBond(Atom atom)
        => atom.IsAromatic && ValenceModel.NormalValences(atom).FirstOrDefault(valence => valence >= atom.Valence, atom.Valence) > atom.Valence;
}
