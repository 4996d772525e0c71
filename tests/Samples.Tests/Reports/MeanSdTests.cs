using Samples.Reports;

namespace Samples.Tests.Reports;

public sealed class MeanSdTests
{
    [Fact]
    public void Spread_is_that_of_a_sample()
    {
        var summary = MeanSd.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal(5, summary.Mean, 12);
        Assert.Equal(Math.Sqrt(32.0 / 7), summary.Sd, 12);
    }

    [Fact]
    public void A_single_value_has_no_spread_to_show()
    {
        Assert.Equal("1.500", MeanSd.Of([1.5]).ToString());
        Assert.Equal("1.5 ± 0.7", MeanSd.Of([1, 2]).ToString("0.0"));
    }

    [Fact]
    public void No_values_have_no_mean() => Assert.Throws<ArgumentException>(() => MeanSd.Of([]));
}
