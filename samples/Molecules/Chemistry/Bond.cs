namespace Molecules.Chemistry;

/// <summary>A bond between two atoms of a <see cref="Molecule"/>.</summary>
public sealed class Bond
{
    internal Bond(Atom begin, Atom end, BondOrder order) => (Begin, End, Order, KekuleOrder) = (begin, end, order, order == BondOrder.Aromatic ? 1 : (int)order);

    public Atom Begin { get; }

    public Atom End { get; }

    public BondOrder Order { get; internal set; }

    public bool IsAromatic => Order == BondOrder.Aromatic;

    public bool IsInRing { get; internal set; }

    /// <summary>Whether its electrons are shared beyond its two atoms.</summary>
    public bool IsConjugated { get; internal set; }

    public BondStereo Stereo { get; internal set; }

    /// <summary>The order in the structure with alternating single and double bonds.</summary>
    internal int KekuleOrder { get; set; }

    internal BondDirection Direction { get; set; }

    /// <summary>The atom at the other end.</summary>
    public Atom Other(Atom atom) => ReferenceEquals(atom, Begin) ? End : Begin;
}
