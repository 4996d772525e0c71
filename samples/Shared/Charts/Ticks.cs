using System.Globalization;

namespace Samples.Charts;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.</summary>
public sealed record Ticks
{
    private Ticks(double step, IReadOnlyList<double> values)
    {
        Step = step;
        Values = values;
    }

    /// <summary>The distance of two ticks.</summary>
    public double Step { get; }

    /// <summary>Where the ticks are; the first and the last enclose the data.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Covers a range.</summary>
    /// <param name="low">The smallest value, finite.</param>
    /// <param name="high">The largest value, finite.</param>
    /// <param name="about">How many steps are wanted, roughly.</param>
    public static Ticks Cover(double low, double high, int about = 5)
    {
        if (high <= low)
        {
            (low, high) = low == 0 ? (0, 1) : (Math.Min(0, 2 * low), Math.Max(0, 2 * low));
        }

        var step = RoundStep((high - low) / about);
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        return new Ticks(step, [.. Enumerable.Range(0, (int)(last - first + 1)).Select(index => (first + index) * step)]);
    }

    /// <summary>The value of a tick, with as many decimals as the step needs.</summary>
    public string Label(double value)
    {
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        return value.ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var mantissa = rough / power;
        return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    }
}
