namespace Molecules.Chemistry;

/// <summary>An atom of a <see cref="Molecule"/>, with what perception found out about it.</summary>
public sealed class Atom
{
    private readonly List<Bond> bonds = [];

    internal Atom(int index, Element element) => (Index, Element) = (index, element);

    /// <summary>The position in <see cref="Molecule.Atoms"/>.</summary>
    public int Index { get; internal set; }

    public Element Element { get; }

    /// <summary>The mass number where the text gives one, else 0.</summary>
    public int Isotope { get; internal init; }

    public int Charge { get; internal set; }

    /// <summary>The hydrogens that are no atoms of their own.</summary>
    public int Hydrogens { get; internal set; }

    /// <summary>Electrons that neither bond nor pair.</summary>
    public int Radicals { get; internal set; }

    public bool IsAromatic { get; internal set; }

    public bool IsInRing { get; internal set; }

    public Chirality Chirality { get; internal set; }

    public Hybridization Hybridization { get; internal set; }

    /// <summary>Bonds in the order of the molecule.</summary>
    public IReadOnlyList<Bond> Bonds => bonds;

    /// <summary>Neighbours, hydrogens included.</summary>
    public int Degree => bonds.Count + Hydrogens;

    /// <summary>The mass in daltons: of the isotope where one is given, else the element's mean.</summary>
    public double Mass => Isotope > 0 ? Isotope : Element.Mass;

    /// <summary>Whether the text fixes the hydrogens, as in brackets, so that none are to be filled in.</summary>
    internal bool HasFixedHydrogens { get; init; }

    /// <summary>Where the text has the atom, from 1.</summary>
    internal int Position { get; init; }

    /// <summary>Electron pairs shared with neighbours, hydrogens included, in the structure with alternating bonds.</summary>
    internal int Valence => BondedValence + Hydrogens;

    /// <summary>Electron pairs shared with the neighbours that are atoms of their own.</summary>
    internal int BondedValence => bonds.Sum(bond => bond.KekuleOrder);

    internal IEnumerable<Atom> Neighbours => bonds.Select(bond => bond.Other(this));

    internal void Attach(Bond bond) => bonds.Add(bond);

    internal void DetachAll() => bonds.Clear();
}
