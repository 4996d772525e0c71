using Quickstart;
using static TorchSharp.torch;

namespace Samples.Tests.Quickstart;

public sealed class SplitTests
{
    private static readonly IReadOnlyList<Measurement> Molecules = Synthetic.Make();

    [Fact]
    public void Every_molecule_is_in_exactly_one_part()
    {
        using var split = Split.Random(Molecules, 0.8, seed: 3, CPU);

        Assert.Equal([800, 6], split.Train.Inputs.shape);
        Assert.Equal([200, 1], split.Test.Targets.shape);
        var seen = Solubilities(split.Train, split.Target).Concat(Solubilities(split.Test, split.Target)).Order();
        var expected = Molecules.Select(molecule => molecule.Solubility).Order();
        Assert.All(seen.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 4));
    }

    [Fact]
    public void Inputs_and_target_are_standardised_by_the_training_part_alone()
    {
        using var split = Split.Random(Molecules, 0.8, seed: 3, CPU);

        Assert.All(Columns(split.Train), column => Assert.Equal((0, 1), (Math.Round(column.Average(), 4), Math.Round(Spread(column), 4))));
        Assert.Contains(Columns(split.Test), column => Math.Abs(column.Average()) > 0.001);
    }

    [Fact]
    public void The_seed_decides_the_division()
    {
        using var first = Split.Random(Molecules, 0.8, seed: 3, CPU);
        using var again = Split.Random(Molecules, 0.8, seed: 3, CPU);
        using var other = Split.Random(Molecules, 0.8, seed: 4, CPU);

        Assert.Equal(Values(first.Train.Inputs), Values(again.Train.Inputs));
        Assert.NotEqual(Values(first.Train.Inputs), Values(other.Train.Inputs));
    }

    [Fact]
    public void A_descriptor_that_never_varies_does_no_harm()
    {
        using var split = Split.Random([.. Molecules.Select(molecule => molecule with { Descriptors = [4, .. molecule.Descriptors.Skip(1)] })], 0.8, 0, CPU);

        Assert.All(Values(split.Train.Inputs), value => Assert.True(float.IsFinite(value)));
        Assert.All(Columns(split.Test)[0], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Too_few_molecules_are_refused()
    {
        var problem = Assert.Throws<SampleException>(() => Split.Random([.. Molecules.Take(9)], 0.8, 0, CPU));

        Assert.Contains("9 molecules", problem.Message);
    }

    private static IEnumerable<double> Solubilities(Part part, Scale scale)
        => Values(part.Targets).Select(value => (value * scale.Spread) + scale.Mean);

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();

    private static List<List<double>> Columns(Part part)
    {
        var rows = Values(part.Inputs).Chunk(6).Zip(Values(part.Targets), (inputs, target) => inputs.Append(target).ToArray()).ToList();
        return [.. Enumerable.Range(0, 7).Select(index => rows.Select(row => (double)row[index]).ToList())];
    }

    private static double Spread(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
