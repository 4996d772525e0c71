using System;

namespace ScoreGen;

/// <summary>
/// Draws how many steps a training pass takes, for <c>ForwardSteps</c>: models trained at random depth run at any depth. Draws are
/// reproducible from the seed; one sampler belongs to one thread.
/// </summary>
/// <remarks>
/// The log-normal Poisson follows Geiping et al., "Scaling up Test-Time Compute with Latent Reasoning" (arXiv 2502.05171).
/// </remarks>
public sealed class DepthSampler
{
    private readonly Func<Random, int> draw;
    private readonly Random random;

    private DepthSampler(int seed, Func<Random, int> draw)
    {
        random = new Random(seed);
        this.draw = draw;
    }

    /// <summary>Always the same number of steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1.</exception>
    public static DepthSampler Fixed(int steps)
    {
        RequireSteps(steps, nameof(steps));
        return new DepthSampler(0, _ => steps);
    }

    /// <summary>Every number of steps from the least to the most, equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is below 1, or <paramref name="most"/> is below it.</exception>
    public static DepthSampler Uniform(int least, int most, int seed)
    {
        RequireRange(least, most);
        return new DepthSampler(seed, random => random.Next(least, most + 1));
    }

    /// <summary>
    /// 1 + Poisson(rate), the rate being log-normal with mean <paramref name="mean"/> - 1: mostly a little below the mean, now and then much
    /// deeper.
    /// </summary>
    /// <param name="mean">The mean number of steps, above 1.</param>
    /// <param name="sigma">The standard deviation of the logarithm of the rate, 0.5 in the paper.</param>
    /// <param name="most">The deepest draw; deeper ones are cut to it.</param>
    /// <param name="seed">Equal seeds give equal draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 1, sigma is negative, or the most is below 1.</exception>
    public static DepthSampler LogNormalPoisson(double mean, double sigma, int most, int seed)
    {
        RequireSteps(most, nameof(most));
        if (!(mean > 1) || double.IsInfinity(mean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean number of steps must be finite and above 1.");
        }

        if (!(sigma >= 0) || double.IsInfinity(sigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be finite and not negative.");
        }

        var location = Math.Log(mean - 1) - (sigma * sigma / 2);
        return new DepthSampler(seed, random => Math.Min(most, 1 + Poisson(random, Math.Exp(location + (sigma * Normal(random))), most)));
    }

    /// <summary>
    /// <c>least + Beta(a, b)·(most - least)</c>, rounded: a and b of 1 give every depth between nearly the same chance, a above b prefers the deep ones, both below 1 the ends.
    /// </summary>
    /// <param name="a">The first shape of the Beta distribution, finite and positive. Its mean is a/(a + b).</param>
    /// <param name="b">The second shape, finite and positive.</param>
    /// <param name="least">The least number of steps, 1 or more.</param>
    /// <param name="most">The most, at least the least.</param>
    /// <param name="seed">Equal seeds give equal draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not finite and positive, the least is below 1, or the most is below it.</exception>
    /// <remarks>The depths of DVLT (arXiv 2605.30215).</remarks>
    public static DepthSampler Beta(double a, double b, int least, int most, int seed)
    {
        RequireShape(a, nameof(a));
        RequireShape(b, nameof(b));
        RequireRange(least, most);
        return new DepthSampler(seed, random => least + (int)Math.Round(Beta(random, a, b) * (most - least), MidpointRounding.AwayFromZero));
    }

    /// <summary>The next number of steps, 1 or more.</summary>
    public int Next() => draw(random);

    /// <summary>Counts arrivals of a unit-rate process until the rate is used up; that is exact, and no draw past the most is needed.</summary>
    private static int Poisson(Random random, double rate, int most)
    {
        var arrivals = 0;
        for (var time = Exponential(random); time < rate && arrivals < most; time += Exponential(random))
        {
            arrivals++;
        }

        return arrivals;
    }

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    private static double Normal(Random random)
        => Math.Sqrt(2 * Exponential(random)) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>x/(x + y) of two gamma draws, from their logarithms: draws of small shapes underflow.</summary>
    private static double Beta(Random random, double a, double b) => 1 / (1 + Math.Exp(LogGamma(random, b) - LogGamma(random, a)));

    /// <summary>
    /// The logarithm of a gamma draw. Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), for shapes from 1 on; a smaller one is that of shape + 1
    /// times U^(1/shape).
    /// </summary>
    private static double LogGamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return LogGamma(random, shape + 1) - (Exponential(random) / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Normal(random);
            var root = 1 + (x / Math.Sqrt(9 * d));
            var v = root * root * root;
            if (v > 0 && -Exponential(random) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return Math.Log(d * v);
            }
        }
    }

    private static void RequireShape(double shape, string name)
    {
        if (!(shape > 0) || double.IsInfinity(shape))
        {
            throw new ArgumentOutOfRangeException(name, shape, "A shape of the Beta distribution must be finite and positive.");
        }
    }

    private static void RequireRange(int least, int most)
    {
        RequireSteps(least, nameof(least));
        if (most < least)
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, $"The most steps must be at least the least, {least}.");
        }
    }

    private static void RequireSteps(int steps, string name)
    {
        if (steps < 1)
        {
            throw new ArgumentOutOfRangeException(name, steps, "A pass takes 1 step or more.");
        }
    }
}
