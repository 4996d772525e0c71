namespace Molecules.Graphs;

/// <summary>The numbers of a batch while it is put together.</summary>
internal sealed class BatchArrays(long atoms, long edges)
{
    private int atom, edge, molecule;

    public float[] AtomFeatures { get; } = new float[atoms * Featurization.AtomFeatures.Width];

    public float[] BondFeatures { get; } = new float[edges * Featurization.BondFeatures.Width];

    public long[] Source { get; } = new long[edges];

    public long[] Target { get; } = new long[edges];

    public long[] Reverse { get; } = new long[edges];

    public long[] Molecule { get; } = new long[atoms];

    public void Append(MoleculeGraph graph)
    {
        graph.AtomFeatures.CopyTo(AtomFeatures, atom * Featurization.AtomFeatures.Width);
        graph.BondFeatures.CopyTo(BondFeatures, edge * Featurization.BondFeatures.Width);
        Molecule.AsSpan(atom, graph.AtomCount).Fill(molecule);
        for (var i = 0; i < graph.EdgeCount; i++)
        {
            Source[edge + i] = atom + graph.Source[i];
            Target[edge + i] = atom + graph.Target[i];
            Reverse[edge + i] = edge + (i ^ 1);
        }

        atom += graph.AtomCount;
        edge += graph.EdgeCount;
        molecule++;
    }

    /// <summary>1/√(neighbours + 1) of each atom.</summary>
    public float[] InverseRootDegrees()
    {
        var neighbours = new int[Molecule.Length];
        foreach (var target in Target)
        {
            neighbours[target]++;
        }

        return [.. neighbours.Select(count => 1 / MathF.Sqrt(count + 1))];
    }
}
