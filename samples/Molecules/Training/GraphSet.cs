using Molecules.Data;
using Molecules.Graphs;

namespace Molecules.Training;

/// <summary>A data set that is described once and for all.</summary>
/// <param name="Rows">The molecules.</param>
/// <param name="Graphs">Their graphs.</param>
/// <param name="Descriptors">What else is known of each; empty rows where that is not wanted.</param>
public sealed record GraphSet(IReadOnlyList<MoleculeRow> Rows, IReadOnlyList<MoleculeGraph> Graphs, IReadOnlyList<IReadOnlyList<double>> Descriptors)
{
    public double[] Solubilities { get; } = [.. Rows.Select(row => row.Solubility)];

    public int DescriptorCount => Descriptors[0].Count;

    public static GraphSet Of(IReadOnlyList<MoleculeRow> rows, bool withDescriptors)
        => new(rows, [.. rows.Select(row => new MoleculeGraph(row.Molecule))], [.. rows.Select(row => withDescriptors ? Data.Descriptors.Of(row) : [])]);
}
