using Molecules.Chemistry;
using Molecules.Splits;

namespace Molecules.Tests.Splits;

public sealed class ScaffoldTests
{
    private static readonly IReadOnlyList<(string Smiles, string Expected, string Actual)> Esol =
        [.. Tsv.Read("esol-rdkit.tsv").Select(row => (row[0], row[^1], Scaffold.Key(Molecule.Parse(row[0]))))];

    [Fact]
    public void Molecules_of_one_scaffold_are_those_that_RDKit_puts_together()
    {
        var torn = Esol.GroupBy(entry => entry.Expected).Where(family => family.Select(entry => entry.Actual).Distinct().Count() > 1);
        Assert.Empty(torn.Select(family => string.Join(" ", family.DistinctBy(entry => entry.Actual).Select(entry => entry.Smiles))));
    }

    [Fact]
    public void Molecules_of_different_scaffolds_are_kept_apart()
    {
        var mixed = Esol.GroupBy(entry => entry.Actual).Where(family => family.Select(entry => entry.Expected).Distinct().Count() > 1);
        Assert.Empty(mixed.Select(family => string.Join(" ", family.DistinctBy(entry => entry.Expected).Select(entry => entry.Smiles))));
    }

    [Theory]
    [InlineData("CCO", "CCCC")]
    [InlineData("Cc1ccccc1", "Oc1ccc(CC)cc1")]
    [InlineData("CC(=O)c1ccccc1", "c1ccccc1")]
    [InlineData("c1ccc(cc1)CCN2CCCC2", "Cc1ccc(cc1)CCN2CCCC2C")]
    [InlineData("O=C1CCCCC1", "O=C1CCCCC1C")]
    public void Side_chains_do_not_count(string first, string second)
        => Assert.Equal(Scaffold.Key(Molecule.Parse(first)), Scaffold.Key(Molecule.Parse(second)));

    [Theory]
    [InlineData("C1CCCCC1", "c1ccccc1")]
    [InlineData("C1CCCCC1", "O=C1CCCCC1")]
    [InlineData("c1ccc(cc1)Cc1ccccc1", "c1ccc(cc1)CCc1ccccc1")]
    [InlineData("C1CCC2CCCCC2C1", "C1CCC(C1)C2CCCC2")]
    [InlineData("c1ccncc1", "c1ccccc1")]
    public void Rings_links_and_double_bonds_count(string first, string second)
        => Assert.NotEqual(Scaffold.Key(Molecule.Parse(first)), Scaffold.Key(Molecule.Parse(second)));
}
