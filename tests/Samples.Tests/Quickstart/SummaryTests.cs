using Quickstart;

namespace Samples.Tests.Quickstart;

public sealed class SummaryTests
{
    private static readonly RunResult First = new("a", 0, 1234, 1, 0.5, 0.7, 2, [1], [2]);
    private static readonly RunResult Second = First with { Seed = 1, Seconds = 2, TrainRmse = 0.6, TestRmse = 0.9, MeanRmse = 3 };

    [Fact]
    public void Each_contender_is_a_row_and_the_mean_is_the_last()
    {
        var rows = Summary.Of([First, Second, First with { Model = "b" }]).Rows;

        Assert.Equal(["a", "1,234", "1.5 ± 0.7", "0.550 ± 0.071", "0.800 ± 0.141"], rows[0]);
        Assert.Equal(["b", "1,234", "1.0", "0.500", "0.700"], rows[1]);
        Assert.Equal(["always the mean", "0", "", "", "2.500 ± 0.707"], rows[2]);
    }

    [Fact]
    public void The_caption_counts_the_seeds()
    {
        Assert.EndsWith("over 2 seeds.", Summary.Caption([First, Second]));
        Assert.EndsWith("over 1 seed.", Summary.Caption([First]));
        Assert.EndsWith("over 2 or 1 seeds.", Summary.Caption([First, Second, First with { Model = "b" }]));
    }
}
