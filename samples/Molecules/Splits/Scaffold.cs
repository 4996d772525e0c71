using System.Security.Cryptography;
using System.Text;
using Molecules.Chemistry;

namespace Molecules.Splits;

/// <summary>
/// The Bemis-Murcko scaffold: the rings, what links them, and what hangs on them by double bonds (J. Med. Chem. 39, 1996).
/// </summary>
public static class Scaffold
{
    /// <summary>
    /// A text that molecules with the same scaffold have in common; empty where there is no ring. Atoms are told apart by themselves,
    /// their rings, and round by round by their neighbours.
    /// </summary>
    public static string Key(Molecule molecule)
    {
        var atoms = Atoms(molecule);
        var labels = atoms.ToDictionary(atom => atom, atom => Label(atom, molecule));
        for (var classes = 0; classes < labels.Values.Distinct().Count();)
        {
            classes = labels.Values.Distinct().Count();
            labels = atoms.ToDictionary(atom => atom, atom => Refine(atom, labels));
        }

        return string.Join(' ', labels.Values.Order(StringComparer.Ordinal));
    }

    private static HashSet<Atom> Atoms(Molecule molecule)
    {
        var frame = molecule.Atoms.ToHashSet();
        while (frame.RemoveWhere(atom => !atom.IsInRing && atom.Bonds.Count(bond => frame.Contains(bond.Other(atom))) <= 1) > 0)
        {
        }

        var hangingOn = frame.SelectMany(atom => atom.Bonds.Where(bond => bond.Order == BondOrder.Double).Select(bond => bond.Other(atom)));
        return [.. frame, .. hangingOn];
    }

    private static string Label(Atom atom, Molecule molecule)
    {
        var rings = molecule.Rings.Where(ring => ring.Atoms.Contains(atom)).Select(ring => ring.Size).Order();
        return FormattableString.Invariant($"{atom.Element.Symbol}{atom.Charge}{(atom.IsAromatic ? "a" : "")}{atom.Degree}:{string.Join(',', rings)}");
    }

    private static string Refine(Atom atom, Dictionary<Atom, string> labels)
    {
        var neighbours = atom.Bonds
            .Where(bond => labels.ContainsKey(bond.Other(atom)))
            .Select(bond => $"{bond.Order}{labels[bond.Other(atom)]}")
            .Order(StringComparer.Ordinal);
        var text = $"{labels[atom]}({string.Join(';', neighbours)})";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(..8));
    }
}
