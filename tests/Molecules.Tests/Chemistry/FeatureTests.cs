using System.Globalization;
using Molecules.Chemistry;
using Molecules.Featurization;

namespace Molecules.Tests.Chemistry;

/// <summary>The description of every atom and bond, bit by bit, as RDKit and chemprop's layout give it.</summary>
public sealed class FeatureTests
{
    public static TheoryData<string, int, string, string> Expected()
    {
        var data = new TheoryData<string, int, string, string>();
        foreach (var row in Tsv.Read("features-rdkit.tsv"))
        {
            data.Add(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3]);
        }

        return data;
    }

    [Fact]
    public void Widths_are_chemprops() => Assert.Equal((72, 14), (AtomFeatures.Width, BondFeatures.Width));

    [Theory]
    [MemberData(nameof(Expected))]
    public void Graph_has_the_features_that_RDKit_gives_it(string smiles, int rings, string atoms, string bonds)
    {
        var molecule = Molecule.Parse(smiles);

        Assert.Equal(rings, molecule.Rings.Length);
        Assert.Equal(atoms, string.Join(' ', molecule.Atoms.Select(Describe)));
        Assert.Equal(bonds, string.Join(' ', molecule.Bonds.OrderBy(Low).ThenBy(High).Select(Describe)));
    }

    private static string Describe(Atom atom)
    {
        var vector = new float[AtomFeatures.Width];
        AtomFeatures.Write(atom, vector);
        return string.Create(CultureInfo.InvariantCulture, $"{SetBits(vector.AsSpan(..^1))}:{vector[^1] * 100:F3}");
    }

    private static string Describe(Bond bond)
    {
        var vector = new float[BondFeatures.Width];
        BondFeatures.Write(bond, vector);
        return $"{Low(bond)},{High(bond)}:{SetBits(vector)}";
    }

    private static int Low(Bond bond) => Math.Min(bond.Begin.Index, bond.End.Index);

    private static int High(Bond bond) => Math.Max(bond.Begin.Index, bond.End.Index);

    private static string SetBits(ReadOnlySpan<float> vector)
    {
        var bits = new List<int>();
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i] != 0)
            {
                bits.Add(i);
            }
        }

        return string.Join(',', bits);
    }
}
