namespace TorchSharp;

internal static class Normal
{
    /// <summary>Φ(x) of the standard normal distribution, to about 1e-16: a power series near 0, a continued fraction in the tails.</summary>
    public static double CumulativeDistribution(double x)
    {
        if (Math.Abs(x) > 38)
            return x > 0 ? 1 : 0;
        return Math.Abs(x) < 3 ? 0.5 + Series(x) : x > 0 ? 1 - Tail(x) : Tail(-x);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Series(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); n += 2)
        {
            term *= x * x / n;
            sum += term;
        }
        return Density(x) * sum;
    }

    private static double Tail(double x)
    {
        var fraction = x;
        for (var n = 100; n >= 1; n--)
            fraction = x + n / fraction;
        return Density(x) / fraction;
    }
}
