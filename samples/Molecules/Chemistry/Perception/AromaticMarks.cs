using Molecules.Chemistry.Smiles;

namespace Molecules.Chemistry.Perception;

/// <summary>Settles what the small letters of the text mean, once the rings are known.</summary>
internal static class AromaticMarks
{
    /// <summary>Between two aromatic rings an unwritten bond is single.</summary>
    public static void Check(MoleculeDraft draft)
    {
        foreach (var bond in draft.Bonds.Where(bond => bond is { IsAromatic: true, IsInRing: false }))
        {
            bond.Order = BondOrder.Single;
        }

        if (draft.Atoms.FirstOrDefault(atom => atom is { IsAromatic: true, IsInRing: false }) is { } stray)
        {
            throw new SmilesException($"{stray.Element.Symbol} is written as aromatic and in no ring; write it with a capital letter", stray.Position);
        }
    }
}
