using Molecules.Chemistry;
using Molecules.Data;

namespace Molecules.Tests.Training;

public sealed class DescriptorTests
{
    [Fact]
    public void Descriptors_are_the_columns_of_the_table_and_counts_of_the_graph()
    {
        var row = new MoleculeRow(2, Molecule.Parse("Clc1ccccc1CCO"), -1, [1.5, 2.5]);

        // Columns; atoms, hydrogens, carbons, nitrogens, oxygens, halogens, sp3, in rings, aromatic share, aromatic rings, conjugated.
        Assert.Equal([1.5, 2.5, 10, 9, 8, 0, 1, 1, 4, 6, 0.6, 1, 6], Descriptors.Of(row));
    }
}
