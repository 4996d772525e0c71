using Samples.Charts;

namespace Samples.Tests.Charts;

public sealed class LogTicksTests
{
    [Theory]
    [InlineData(0.14, 0.61, new[] { 0.15, 0.2, 0.3, 0.5 })]
    [InlineData(0.8, 2.2, new[] { 1, 1.5, 2 })]
    [InlineData(0.02, 30, new[] { 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 })]
    [InlineData(1e-6, 10, new[] { 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10 })]
    public void Are_round_numbers_of_the_range(double low, double high, double[] expected)
        => Assert.Equal(expected, LogTicks.Within(low, high).Select(value => Math.Round(value, 9)));

    [Theory]
    [InlineData(0.15, "0.15")]
    [InlineData(20, "20")]
    [InlineData(0.30000000000000004, "0.3")]
    [InlineData(20000, "20,000")]
    public void Are_labelled_with_the_decimals_that_they_need(double value, string expected)
    {
        using var culture = new OtherCulture();

        Assert.Equal(expected, LogTicks.Label(value));
    }
}
