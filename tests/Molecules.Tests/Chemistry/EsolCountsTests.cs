using System.Globalization;
using Molecules.Chemistry;

namespace Molecules.Tests.Chemistry;

/// <summary>Every molecule of ESOL, counted as RDKit counts it.</summary>
public sealed class EsolCountsTests
{
    private static readonly IReadOnlyList<(Molecule Molecule, string[] Row)> Table =
        [.. Tsv.Read("esol-rdkit.tsv").Select(row => (Molecule.Parse(row[0]), row))];

    [Fact]
    public void The_table_is_the_whole_file() => Assert.Equal(1128, Table.Count);

    [Fact]
    public void Atoms() => AssertColumn(2, molecule => molecule.Atoms.Length);

    [Fact]
    public void Bonds() => AssertColumn(3, molecule => molecule.Bonds.Length);

    [Fact]
    public void Hydrogens() => AssertColumn(4, molecule => molecule.Atoms.Sum(atom => atom.Hydrogens));

    [Fact]
    public void Rings() => AssertColumn(5, molecule => molecule.Rings.Length);

    [Fact]
    public void Aromatic_atoms() => AssertColumn(6, molecule => molecule.Atoms.Count(atom => atom.IsAromatic));

    [Fact]
    public void Aromatic_bonds() => AssertColumn(7, molecule => molecule.Bonds.Count(bond => bond.IsAromatic));

    [Fact]
    public void Conjugated_bonds() => AssertColumn(8, molecule => molecule.Bonds.Count(bond => bond.IsConjugated));

    private static void AssertColumn(int column, Func<Molecule, int> count)
    {
        var wrong = Table
            .Select(entry => (Smiles: entry.Row[0], Expected: int.Parse(entry.Row[column], CultureInfo.InvariantCulture), Actual: count(entry.Molecule)))
            .Where(entry => entry.Expected != entry.Actual)
            .Select(entry => $"{entry.Smiles}: {entry.Actual} instead of {entry.Expected}");
        Assert.Empty(wrong);
    }
}
