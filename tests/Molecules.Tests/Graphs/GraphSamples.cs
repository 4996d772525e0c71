using Molecules.Chemistry;
using Molecules.Graphs;
using static TorchSharp.torch;

namespace Molecules.Tests.Graphs;

/// <summary>Small batches for the tests.</summary>
internal static class GraphSamples
{
    public static MoleculeBatch Batch(params string[] smiles)
        => new([.. smiles.Select(text => new MoleculeGraph(Molecule.Parse(text)))], [.. smiles.Select(_ => Array.Empty<float>())], CPU);
}
