namespace Zoo.Tests;

public sealed class ClaimTests
{
    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.8999, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NaN, false)]
    public void At_least_the_bar_holds(double measured, bool holds) => Assert.Equal(holds, Claim.AtLeast("accuracy", measured, 0.9).Holds);

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.1001, false)]
    [InlineData(double.NegativeInfinity, false)]
    [InlineData(double.NaN, false)]
    public void At_most_the_bar_holds(double measured, bool holds) => Assert.Equal(holds, Claim.AtMost("error", measured, 0.1).Holds);

    [Fact]
    public void A_bar_is_said_in_words()
        => Assert.Equal(["at least 0.9", "at most 1E-12", "3.5 to 4.5"], new[] { Claim.AtLeast("", 1, 0.9), Claim.AtMost("", 1, 1e-12), new Claim("", 4, 3.5, 4.5) }.Select(claim => claim.Bar));
}
