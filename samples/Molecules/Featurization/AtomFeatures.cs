using Molecules.Chemistry;

namespace Molecules.Featurization;

/// <summary>
/// An atom as chemprop 2 describes it: element, degree, charge, chirality, hydrogens and hybridisation one-hot, aromaticity, mass.
/// </summary>
public static class AtomFeatures
{
    private const float MassScale = 0.01f;

    private static readonly OneHot<int> Elements = new([.. Enumerable.Range(1, 36), 53]);
    private static readonly OneHot<int> Degrees = new([.. Enumerable.Range(0, 6)]);
    private static readonly OneHot<int> Charges = new(-1, -2, 1, 2, 0);

    /// <summary>The fourth of RDKit's tags, "other", is for marks that the reader refuses; its place stays empty.</summary>
    private static readonly OneHot<int> Chiralities = new((int)Chirality.None, (int)Chirality.Clockwise, (int)Chirality.Counterclockwise, 3);

    private static readonly OneHot<int> Hydrogens = new([.. Enumerable.Range(0, 5)]);

    /// <summary>RDKit's SP2D, which it never assigns, keeps its place.</summary>
    private static readonly OneHot<Hybridization> Hybridizations = new(
        Hybridization.S,
        Hybridization.Sp,
        Hybridization.Sp2,
        Hybridization.Sp2d,
        Hybridization.Sp3,
        Hybridization.Sp3d,
        Hybridization.Sp3d2);

    /// <summary>The length of the description: 72.</summary>
    public static int Width { get; } = Elements.Width + Degrees.Width + Charges.Width + Chiralities.Width + Hydrogens.Width + Hybridizations.Width + 2;

    /// <summary>Describes an atom in a vector of <see cref="Width"/> zeros.</summary>
    public static void Write(Atom atom, Span<float> vector)
    {
        var rest = Elements.Write(vector, atom.Element.Number);
        rest = Degrees.Write(rest, atom.Degree);
        rest = Charges.Write(rest, atom.Charge);
        rest = Chiralities.Write(rest, (int)atom.Chirality);
        rest = Hydrogens.Write(rest, atom.Hydrogens);
        rest = Hybridizations.Write(rest, atom.Hybridization);
        rest[0] = atom.IsAromatic ? 1 : 0;
        rest[1] = (float)atom.Mass * MassScale;
    }
}
