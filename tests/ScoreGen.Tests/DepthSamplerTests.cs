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

    private static int[] Draw(DepthSampler sampler, int count) => Enumerable.Range(0, count).Select(_ => sampler.Next()).ToArray();
}
