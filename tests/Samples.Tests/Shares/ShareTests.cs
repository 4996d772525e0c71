using Samples.Shares;

namespace Samples.Tests.Shares;

public sealed class ShareTests
{
    [Theory]
    [InlineData(4, 10)]
    [InlineData(1, 3)]
    [InlineData(5, 5)]
    public void The_shares_are_the_whole_and_differ_by_one_at_most(int count, int trainings)
    {
        var shares = Enumerable.Range(1, count).Select(number => new Share(number, count).Of([.. Enumerable.Range(100, trainings)])).ToList();

        Assert.Equal(Enumerable.Range(0, trainings), shares.SelectMany(share => share).Select(training => training.Index).Order());
        Assert.All(shares.SelectMany(share => share), training => Assert.Equal(100 + training.Index, training.Training));
        Assert.InRange(shares.Max(share => share.Count) - shares.Min(share => share.Count), 0, 1);
    }

    [Fact]
    public void A_text_names_one() => Assert.Equal(new Share(2, 4), Share.Of("2/4"));

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("2")]
    [InlineData("2/4/8")]
    [InlineData("-1/4")]
    [InlineData("two/4")]
    [InlineData("1/0")]
    public void What_names_none_is_none(string text) => Assert.Null(Share.Of(text));

    [Fact]
    public void More_shares_than_trainings_are_refused()
        => Assert.Equal("--share 1/4: there are 3 trainings, so that there can be 3 shares at most.", Assert.Throws<SampleException>(() => new Share(1, 4).Of([1, 2, 3])).Message);
}
