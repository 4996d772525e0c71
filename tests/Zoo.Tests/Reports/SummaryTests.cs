using Zoo.Reports;

namespace Zoo.Tests.Reports;

public sealed class SummaryTests
{
    [Fact]
    public void Each_claim_has_a_row_with_its_spread_and_the_seeds_with_which_it_holds()
    {
        var results = new[] { 0.5, 0.7, 0.95 }.Select((accuracy, seed) => Result(seed, [new("loss", 0.25)], [Claim.AtLeast("accuracy", accuracy, 0.6), Claim.AtMost("error", 1e-7, 1e-6)])).ToList();

        Assert.Equal([["score", "accuracy", "0.717 ± 0.225", "at least 0.6", "not held, 2 of 3"], ["score", "error", "1E-7 ± 0E0", "at most 1E-06", "held, 3 of 3"]], Summary.Of(results).Rows);
        Assert.Equal([["loss", "0.250 ± 0.000"]], Summary.Figures(results).Rows);
        Assert.Contains("over 3 seeds", Summary.Caption(results));
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(123.456, "123")]
    [InlineData(0.0012345, "0.00123")]
    [InlineData(double.NaN, "NaN")]
    public void A_single_value_has_three_digits_and_no_spread(double value, string text)
        => Assert.Equal(text, Summary.Figures([Result(0, [new("loss", value)], [])]).Rows[0][1]);

    private static Result Result(int seed, IReadOnlyList<Figure> figures, IReadOnlyList<Claim> claims)
        => new(DepthSystem.All[0], seed, 1, new Findings(figures, claims, new LinePicture("picture", "x", "y")));
}
