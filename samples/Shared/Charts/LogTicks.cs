using System.Globalization;

namespace Samples.Charts;

/// <summary>Round numbers along a logarithmic axis.</summary>
public static class LogTicks
{
    /// <summary>The round numbers of a range: the more decades it has, the fewer of each.</summary>
    /// <param name="low">The smallest value, above 0.</param>
    /// <param name="high">The largest value, finite and above <paramref name="low"/>.</param>
    public static IReadOnlyList<double> Within(double low, double high)
    {
        var candidates = Math.Log10(high / low) switch
        {
            < 0.5 => Multiples(low, high),
            < 1.5 => InDecades(low, high, 1, 1.5, 2, 3, 5, 7),
            < 4 => InDecades(low, high, 1, 2, 5),
            _ => InDecades(low, high, 1),
        };
        return [.. candidates.Where(value => value >= low && value <= high)];
    }

    /// <summary>A value as text, with four digits at most.</summary>
    public static string Label(double value)
        => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<double> InDecades(double low, double high, params double[] mantissas)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Floor(Math.Log10(high)));
        return Enumerable.Range(first, last - first + 1).SelectMany(power => mantissas.Select(mantissa => mantissa * Math.Pow(10, power)));
    }

    /// <summary>Where there is less than half a decade: multiples of 1, 2 or 5 times a power of ten, some five of them.</summary>
    private static IEnumerable<double> Multiples(double low, double high)
    {
        var rough = (high - low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        var first = (long)Math.Ceiling(low / step);
        return Enumerable.Range(0, 1 + (int)Math.Ceiling((high - low) / step)).Select(index => (first + index) * step);
    }
}
