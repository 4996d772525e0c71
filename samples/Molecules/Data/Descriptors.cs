using Molecules.Chemistry;

namespace Molecules.Data;

/// <summary>What the descriptors option gives the head beside the graph: the table's own columns, and counts.</summary>
public static class Descriptors
{
    private static readonly int[] Halogens = [9, 17, 35, 53];

    /// <summary>Describes a molecule as a whole.</summary>
    public static IReadOnlyList<double> Of(MoleculeRow row) => [.. row.Descriptors, .. Counts(row.Molecule)];

    private static IEnumerable<double> Counts(Molecule molecule)
    {
        var atoms = molecule.Atoms;
        yield return atoms.Length;
        yield return atoms.Sum(atom => atom.Hydrogens);
        yield return atoms.Count(atom => atom.Element.Number == Element.Carbon);
        yield return atoms.Count(atom => atom.Element.Number == Element.Nitrogen);
        yield return atoms.Count(atom => atom.Element.Number == Element.Oxygen);
        yield return atoms.Count(atom => Halogens.Contains(atom.Element.Number));
        yield return atoms.Count(atom => atom.Hybridization == Hybridization.Sp3);
        yield return atoms.Count(atom => atom.IsInRing);
        yield return (double)atoms.Count(atom => atom.IsAromatic) / atoms.Length;
        yield return molecule.Rings.Count(ring => ring.IsAromatic);
        yield return molecule.Bonds.Count(bond => bond.IsConjugated);
    }
}
