using Quickstart;
using Samples.Data;

namespace Samples.Tests.Quickstart;

public sealed class MeasurementsTests : IDisposable
{
    private static readonly Measurement[] Molecules = [new([1, 457.432, 7, 3, 7, 202.32], -0.77), new([2, 60.5, 0, 0, 0, 0], 1.5)];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_the_descriptors_and_what_was_measured()
    {
        var read = Read(EsolFile.Text(Molecules));

        Assert.Equal(Molecules.Select(molecule => molecule.Solubility), read.Select(molecule => molecule.Solubility));
        Assert.Equal(Molecules.Select(molecule => molecule.Descriptors), read.Select(molecule => molecule.Descriptors));
    }

    [Fact]
    public void Another_models_prediction_is_no_input()
    {
        Assert.DoesNotContain(EsolFile.Prediction, Esol.Descriptors);
        Assert.DoesNotContain(Esol.Solubility, Esol.Descriptors);
        Assert.Equal(6, Esol.Descriptors.Count);
    }

    [Fact]
    public void The_fingerprint_does_not_depend_on_how_the_file_is_written()
    {
        var plain = EsolFile.Text(Molecules);
        var lines = plain.Split('\n');
        var dressed = string.Join("\r\n", [$"Compound ID,{lines[0]}", $"\"1,1\",{lines[1].Replace(",7,3,", ",7.0,3.00,")}", $"x,{lines[2]}", ""]);

        Assert.Equal(Measurements.Fingerprint(Read(plain)), Measurements.Fingerprint(Read(dressed)));
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_numbers_in_their_order()
    {
        var known = Measurements.Fingerprint(Molecules);

        Assert.Equal("5168846bf02f054ae518539d0de61acf05a0d70e0caf35db9756931042c472d7", known);
        Assert.NotEqual(known, Measurements.Fingerprint(Molecules.Reverse()));
        Assert.NotEqual(known, Measurements.Fingerprint([Molecules[0], Molecules[1] with { Solubility = 1.51 }]));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var problem = Assert.Throws<SampleException>(() => Read(EsolFile.Text(Molecules).Replace("Number of Rings", "Rings")));

        Assert.Contains("line 1: the column 'Number of Rings' is missing", problem.Message);
    }

    [Fact]
    public void A_cell_that_is_no_number_is_named()
    {
        var problem = Assert.Throws<SampleException>(() => Read(EsolFile.Text(Molecules).Replace("60.5", "sixty")));

        Assert.Contains("line 3, column 'Molecular Weight': 'sixty' is not a number", problem.Message);
    }

    [Fact]
    public void A_broken_file_is_not_genuine() => Assert.False(Measurements.Source.IsGenuine(folder.Write("esol.csv", "half")));

    private IReadOnlyList<Measurement> Read(string content) => Measurements.Read(folder.Write("esol.csv", content));
}
