namespace Molecules.Data;

/// <summary>Shifts and stretches a column to mean 0 and standard deviation 1.</summary>
/// <param name="Mean">The mean of the values it was made from.</param>
/// <param name="Spread">Their standard deviation; 1 where they are all alike.</param>
public sealed record Scale(double Mean, double Spread)
{
    public static Scale Of(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        var spread = Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
        return new Scale(mean, spread > 0 ? spread : 1);
    }

    public float Apply(double value) => (float)((value - Mean) / Spread);

    public double Undo(double standardised) => (standardised * Spread) + Mean;
}
