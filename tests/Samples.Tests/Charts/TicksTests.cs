using Samples.Charts;

namespace Samples.Tests.Charts;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 100, new double[] { 0, 20, 40, 60, 80, 100 })]
    [InlineData(0.08, 0.57, new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 })]
    [InlineData(-3, 4, new double[] { -4, -2, 0, 2, 4 })]
    [InlineData(5, 5, new double[] { 0, 2, 4, 6, 8, 10 })]
    [InlineData(0, 0, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    public void Are_round_and_enclose_the_data(double low, double high, double[] expected)
        => Assert.Equal(expected, Ticks.Cover(low, high).Values.Select(value => Math.Round(value, 9)));

    [Theory]
    [InlineData(0, 1, 0.4, "0.4")]
    [InlineData(0, 50, 20, "20")]
    [InlineData(0, 0.02, 0.015, "0.015")]
    [InlineData(0, 50000, 20000, "20,000")]
    public void Are_labelled_with_the_decimals_that_they_need(double low, double high, double value, string expected)
    {
        using var culture = new OtherCulture();

        Assert.Equal(expected, Ticks.Cover(low, high).Label(value));
    }
}
