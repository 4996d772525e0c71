using Molecules.Chemistry;

namespace Molecules.Graphs;

/// <summary>
/// A molecule as numbers. Each bond is two directed edges, one after the other, so that an edge and its reverse differ in the last
/// bit of their number.
/// </summary>
public sealed class MoleculeGraph
{
    /// <summary>Describes a molecule.</summary>
    public MoleculeGraph(Molecule molecule)
    {
        AtomCount = molecule.Atoms.Length;
        EdgeCount = 2 * molecule.Bonds.Length;
        AtomFeatures = new float[AtomCount * Featurization.AtomFeatures.Width];
        BondFeatures = new float[EdgeCount * Featurization.BondFeatures.Width];
        Source = new long[EdgeCount];
        Target = new long[EdgeCount];
        foreach (var atom in molecule.Atoms)
        {
            Featurization.AtomFeatures.Write(atom, AtomFeatures.AsSpan(atom.Index * Featurization.AtomFeatures.Width));
        }

        for (var i = 0; i < molecule.Bonds.Length; i++)
        {
            AddEdge(2 * i, molecule.Bonds[i], molecule.Bonds[i].Begin);
            AddEdge((2 * i) + 1, molecule.Bonds[i], molecule.Bonds[i].End);
        }
    }

    public int AtomCount { get; }

    public int EdgeCount { get; }

    /// <summary>[atoms, 72], row by row.</summary>
    public float[] AtomFeatures { get; }

    /// <summary>[edges, 14], row by row.</summary>
    public float[] BondFeatures { get; }

    /// <summary>The atom that each edge leaves.</summary>
    public long[] Source { get; }

    /// <summary>The atom that each edge leads to.</summary>
    public long[] Target { get; }

    private void AddEdge(int edge, Bond bond, Atom from)
    {
        Source[edge] = from.Index;
        Target[edge] = bond.Other(from).Index;
        Featurization.BondFeatures.Write(bond, BondFeatures.AsSpan(edge * Featurization.BondFeatures.Width));
    }
}
