namespace ScoreGen.Tests;

public class DepthSamplerTests
{
    [Fact]
    public void AFixedDepthIsAlwaysTheSame()
        => Assert.All(Draw(DepthSampler.Fixed(7), 100), steps => Assert.Equal(7, steps));

    [Fact]
    public void AUniformDepthTakesEveryValueBetweenItsBounds()
        => Assert.Equal([2, 3, 4, 5], Draw(DepthSampler.Uniform(2, 5, seed: 1), 1000).Distinct().Order());

    [Fact]
    public void EqualSeedsGiveEqualDraws()
    {
        var first = Draw(DepthSampler.LogNormalPoisson(8, 0.5, 64, seed: 3), 200);

        Assert.Equal(first, Draw(DepthSampler.LogNormalPoisson(8, 0.5, 64, seed: 3), 200));
        Assert.NotEqual(first, Draw(DepthSampler.LogNormalPoisson(8, 0.5, 64, seed: 4), 200));
    }

    /// <summary>Mean m, and the variance of a Poisson with a log-normal rate: (m - 1) + (m - 1)²·(e^σ² - 1).</summary>
    [Fact]
    public void TheLogNormalPoissonHasItsMeanAndVariance()
    {
        var draws = Draw(DepthSampler.LogNormalPoisson(9, 0.5, 10_000, seed: 5), 200_000);
        var mean = draws.Average();
        var variance = draws.Sum(x => (x - mean) * (x - mean)) / draws.Length;

        Assert.InRange(mean, 8.95, 9.05);
        Assert.InRange(variance / (8 + (64 * (Math.Exp(0.25) - 1))), 0.97, 1.03);
    }

    /// <summary>Without spread of the rate it is 1 + Poisson(m - 1): the chance of n steps is e^-(m-1)·(m-1)^(n-1)/(n-1)!.</summary>
    [Fact]
    public void WithoutSpreadTheDrawsArePoissonOnes()
    {
        var draws = Draw(DepthSampler.LogNormalPoisson(3, 0, 100, seed: 7), 200_000);
        double[] chances = [0.1353, 0.2707, 0.2707, 0.1804, 0.0902, 0.0361];

        Assert.All(chances.Index(), x => Assert.Equal(x.Item, draws.Count(steps => steps == x.Index + 1) / 200_000.0, 0.004));
    }

    [Fact]
    public void OneStepIsADepth()
    {
        Assert.Equal(1, DepthSampler.Fixed(1).Next());
        Assert.Equal([3, 3, 3], Draw(DepthSampler.Uniform(3, 3, seed: 8), 3));
        Assert.Equal([1, 1, 1], Draw(DepthSampler.LogNormalPoisson(5, 0.5, 1, seed: 9), 3));
    }

    [Fact]
    public void ADrawIsAtLeastOneStepAndAtMostTheMost()
    {
        var draws = Draw(DepthSampler.LogNormalPoisson(3, 1, 4, seed: 6), 5000);

        Assert.Equal([1, 2, 3, 4], draws.Distinct().Order());
    }

    [Fact]
    public void WhatCannotBeDrawnIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.Fixed(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.Uniform(0, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.Uniform(4, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.LogNormalPoisson(1, 0.5, 8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.LogNormalPoisson(4, -1, 8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DepthSampler.LogNormalPoisson(4, 1, 0, 1));
    }

    [Fact]
    public void ARefusalNamesTheArgument()
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => DepthSampler.Fixed(0));
        Assert.Throws<ArgumentOutOfRangeException>("least", () => DepthSampler.Uniform(0, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => DepthSampler.Uniform(4, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => DepthSampler.LogNormalPoisson(4, 1, 0, 1));
        Assert.All([1, double.NaN, double.PositiveInfinity], mean =>
            Assert.Throws<ArgumentOutOfRangeException>("mean", () => DepthSampler.LogNormalPoisson(mean, 0.5, 8, 1)));
        Assert.All([-0.1, double.NaN, double.PositiveInfinity], sigma =>
            Assert.Throws<ArgumentOutOfRangeException>("sigma", () => DepthSampler.LogNormalPoisson(4, sigma, 8, 1)));
    }

    private static int[] Draw(DepthSampler sampler, int count) => Enumerable.Range(0, count).Select(_ => sampler.Next()).ToArray();
}
