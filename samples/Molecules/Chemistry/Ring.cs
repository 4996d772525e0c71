using System.Collections.Immutable;

namespace Molecules.Chemistry;

/// <summary>A ring of atoms and the bonds between them, in no particular order.</summary>
public sealed record Ring(ImmutableArray<Atom> Atoms, ImmutableArray<Bond> Bonds)
{
    /// <summary>The number of its atoms.</summary>
    public int Size => Atoms.Length;

    /// <summary>Whether every bond of it is aromatic.</summary>
    public bool IsAromatic => Bonds.All(bond => bond.IsAromatic);
}
