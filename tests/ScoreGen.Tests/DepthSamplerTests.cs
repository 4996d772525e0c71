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

    /// <summary>The mean a/(a + b) and the variance ab/((a + b)²(a + b + 1)) of the Beta distribution, over a range in which rounding hardly matters.</summary>
    [Theory]
    [InlineData(2, 5)]
    [InlineData(1, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.3, 4)]
    [InlineData(30, 10)]
    public void TheBetaHasItsMeanAndVariance(double a, double b)
    {
        var draws = Draw(DepthSampler.Beta(a, b, 1, 10_001, seed: 2), 100_000).Select(steps => (steps - 1) / 1e4).ToArray();
        var mean = draws.Average();
        var variance = draws.Average(x => (x - mean) * (x - mean));

        Assert.Equal(a / (a + b), mean, 0.006);
        Assert.InRange(variance / (a * b / ((a + b) * (a + b) * (a + b + 1))), 0.97, 1.03);
    }

    /// <summary>Of the uniform one the ends have half the chance of what lies between: 1/6, 1/3, 1/3, 1/6.</summary>
    [Fact]
    public void ABetaDepthIsRounded()
    {
        var draws = Draw(DepthSampler.Beta(1, 1, 3, 6, seed: 4), 60_000);

        Assert.Equal([3, 4, 5, 6], draws.Distinct().Order());
        Assert.Equal(10_000, draws.Count(steps => steps == 3), 400.0);
        Assert.Equal(20_000, draws.Count(steps => steps == 4), 500.0);
        Assert.Equal(10_000, draws.Count(steps => steps == 6), 400.0);
    }

    /// <summary>Shapes of which the gamma draws themselves underflow: half of the draws are at each end.</summary>
    [Fact]
    public void TinyShapesDrawTheEnds()
    {
        var draws = Draw(DepthSampler.Beta(1e-3, 1e-3, 1, 9, seed: 6), 10_000);

        Assert.Equal(5_000, draws.Count(steps => steps == 1), 250.0);
        Assert.InRange(draws.Count(steps => steps is > 1 and < 9), 0, 100);
    }

    [Fact]
    public void OneStepIsADepth()
    {
        Assert.Equal(1, DepthSampler.Fixed(1).Next());
        Assert.Equal([3, 3, 3], Draw(DepthSampler.Uniform(3, 3, seed: 8), 3));
        Assert.Equal([3, 3, 3], Draw(DepthSampler.Beta(2, 2, 3, 3, seed: 8), 3));
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

    [Fact]
    public void ARefusalOfABetaNamesTheArgument()
    {
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], shape =>
        {
            Assert.Throws<ArgumentOutOfRangeException>("a", () => DepthSampler.Beta(shape, 1, 1, 2, 1));
            Assert.Throws<ArgumentOutOfRangeException>("b", () => DepthSampler.Beta(1, shape, 1, 2, 1));
        });
        Assert.Throws<ArgumentOutOfRangeException>("least", () => DepthSampler.Beta(1, 1, 0, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => DepthSampler.Beta(1, 1, 3, 2, 1));
    }

    private static int[] Draw(DepthSampler sampler, int count) => Enumerable.Range(0, count).Select(_ => sampler.Next()).ToArray();
}
