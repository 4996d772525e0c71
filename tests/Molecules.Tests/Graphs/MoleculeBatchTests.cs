using static TorchSharp.torch;

namespace Molecules.Tests.Graphs;

public sealed class MoleculeBatchTests
{
    [Fact]
    public void Molecules_stand_one_after_the_other()
    {
        using var batch = GraphSamples.Batch("CO", "C", "C=CC");

        Assert.Equal([0, 0, 1, 2, 2, 2], batch.Molecule.data<long>().ToArray());
        Assert.Equal([0, 1, 3, 4, 4, 5], batch.Source.data<long>().ToArray());
        Assert.Equal([1, 0, 4, 3, 5, 4], batch.Target.data<long>().ToArray());
        Assert.Equal([1, 0, 3, 2, 5, 4], batch.Reverse.data<long>().ToArray());
        Assert.Equal([6, 72], batch.Atoms.shape);
        Assert.Equal([6, 14], batch.Bonds.shape);
        Assert.Equal([3, 0], batch.Descriptors.shape);
    }

    [Fact]
    public void The_reverse_of_an_edge_leads_back()
    {
        using var batch = GraphSamples.Batch("CC(C)(C)c1ccc2[nH]ccc2c1", "OCC#N");

        Assert.True(batch.Source.index_select(0, batch.Reverse).eq(batch.Target).all().item<bool>());
        Assert.True(batch.Bonds.index_select(0, batch.Reverse).eq(batch.Bonds).all().item<bool>());
    }

    [Fact]
    public void Sums_go_to_the_atoms_that_edges_lead_to_and_to_the_molecules_of_atoms()
    {
        using var batch = GraphSamples.Batch("CO", "C", "C=CC");
        var edges = tensor(new float[] { 1, 2, 3, 4, 5, 6 }).unsqueeze(1);

        Assert.Equal([2, 1, 0, 4, 3 + 6, 5], batch.SumAtTargets(edges).data<float>().ToArray());
        Assert.Equal([1 + 2, 3, 4 + 5 + 6], batch.SumAtMolecules(edges).data<float>().ToArray());
    }

    [Fact]
    public void A_batch_of_single_atoms_has_no_edges()
    {
        using var batch = GraphSamples.Batch("C", "O");

        Assert.Equal([0, 14], batch.Bonds.shape);
        Assert.Equal([2, 5], batch.SumAtTargets(zeros(0, 5)).shape);
    }

    [Fact]
    public void Degrees_count_the_neighbours()
    {
        using var batch = GraphSamples.Batch("CC(C)C", "C");

        float[] expected = [1 / MathF.Sqrt(2), 0.5f, 1 / MathF.Sqrt(2), 1 / MathF.Sqrt(2), 1];
        Assert.Equal(expected, batch.InverseRootDegree.data<float>().ToArray());
    }
}
