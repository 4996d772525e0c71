using System.Globalization;

namespace Samples.Reports;

/// <summary>A mean, and the spread around it.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="Sd">The standard deviation of the sample (n - 1); 0 for a single value.</param>
/// <param name="Count">How many values there were.</param>
public sealed record MeanSd(double Mean, double Sd, int Count)
{
    /// <summary>Summarises values.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static MeanSd Of(IEnumerable<double> values)
    {
        var all = values.ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("A mean needs at least one value.", nameof(values));
        }

        var mean = all.Average();
        var squares = all.Sum(value => (value - mean) * (value - mean));
        return new MeanSd(mean, all.Length > 1 ? Math.Sqrt(squares / (all.Length - 1)) : 0, all.Length);
    }

    /// <summary>For example <c>0.827 ± 0.021</c>; a single value has no spread to show.</summary>
    public string ToString(string format) => Count > 1
        ? $"{Mean.ToString(format, CultureInfo.InvariantCulture)} ± {Sd.ToString(format, CultureInfo.InvariantCulture)}"
        : Mean.ToString(format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => ToString("0.000");
}
