using Molecules.Featurization;
using static TorchSharp.torch;

namespace Molecules.Graphs;

/// <summary>Several molecules as one graph of several parts: atoms and directed edges one after the other.</summary>
public sealed class MoleculeBatch : IDisposable
{
    /// <summary>Joins molecules.</summary>
    /// <param name="graphs">The molecules; at least one.</param>
    /// <param name="descriptors">What else is known of each of them, equally much of each; may be nothing.</param>
    /// <param name="device">Where the tensors live.</param>
    public MoleculeBatch(IReadOnlyList<MoleculeGraph> graphs, IReadOnlyList<float[]> descriptors, Device device)
    {
        Count = graphs.Count;
        AtomCount = graphs.Sum(graph => graph.AtomCount);
        EdgeCount = graphs.Sum(graph => graph.EdgeCount);
        var arrays = new BatchArrays(AtomCount, EdgeCount);
        foreach (var graph in graphs)
        {
            arrays.Append(graph);
        }

        Atoms = tensor(arrays.AtomFeatures, new long[] { AtomCount, AtomFeatures.Width }, device: device).DetachFromDisposeScope();
        Bonds = tensor(arrays.BondFeatures, new long[] { EdgeCount, BondFeatures.Width }, device: device).DetachFromDisposeScope();
        Source = tensor(arrays.Source, device: device).DetachFromDisposeScope();
        Target = tensor(arrays.Target, device: device).DetachFromDisposeScope();
        Reverse = tensor(arrays.Reverse, device: device).DetachFromDisposeScope();
        Molecule = tensor(arrays.Molecule, device: device).DetachFromDisposeScope();
        Descriptors = tensor(descriptors.SelectMany(row => row).ToArray(), [Count, descriptors[0].Length], device: device).DetachFromDisposeScope();
        InverseRootDegree = tensor(arrays.InverseRootDegrees(), new long[] { AtomCount, 1 }, device: device).DetachFromDisposeScope();
    }

    /// <summary>The number of molecules.</summary>
    public long Count { get; }

    public long AtomCount { get; }

    public long EdgeCount { get; }

    /// <summary>Descriptions of the atoms: [atoms, 72].</summary>
    public Tensor Atoms { get; }

    /// <summary>Descriptions of the bonds, each twice: [edges, 14].</summary>
    public Tensor Bonds { get; }

    /// <summary>The atom that each edge leaves: [edges].</summary>
    public Tensor Source { get; }

    /// <summary>The atom that each edge leads to: [edges].</summary>
    public Tensor Target { get; }

    /// <summary>The edge that leads back: [edges].</summary>
    public Tensor Reverse { get; }

    /// <summary>The molecule of each atom: [atoms].</summary>
    public Tensor Molecule { get; }

    /// <summary>What else is known: [molecules, descriptors], of which there may be none.</summary>
    public Tensor Descriptors { get; }

    /// <summary>1/√(neighbours + 1) of each atom: [atoms, 1].</summary>
    public Tensor InverseRootDegree { get; }

    /// <summary>What each edge finds at the atom that it leaves: [atoms, width] to [edges, width].</summary>
    public Tensor AtSources(Tensor atoms) => atoms.index_select(0, Source);

    /// <summary>What each edge finds at the atom that it leads to: [atoms, width] to [edges, width].</summary>
    public Tensor AtTargets(Tensor atoms) => atoms.index_select(0, Target);

    /// <summary>What each atom finds at its molecule: [molecules, width] to [atoms, width].</summary>
    public Tensor AtMolecules(Tensor molecules) => molecules.index_select(0, Molecule);

    /// <summary>The sum over the edges that lead to each atom: [edges, width] to [atoms, width].</summary>
    public Tensor SumAtTargets(Tensor edges) => Sum(edges, AtomCount, Target);

    /// <summary>The sum over the atoms of each molecule: [atoms, width] to [molecules, width].</summary>
    public Tensor SumAtMolecules(Tensor atoms) => Sum(atoms, Count, Molecule);

    public void Dispose()
    {
        foreach (var tensor in new[] { Atoms, Bonds, Source, Target, Reverse, Molecule, InverseRootDegree, Descriptors })
        {
            tensor.Dispose();
        }
    }

    private static Tensor Sum(Tensor parts, long count, Tensor owners)
        => parts.new_zeros([count, parts.shape[1]]).index_add_(0, owners, parts, 1);
}
