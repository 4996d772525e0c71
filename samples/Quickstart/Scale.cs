namespace Quickstart;

/// <summary>Takes a quantity to mean 0 and standard deviation 1.</summary>
/// <param name="Mean">Its mean over the training part.</param>
/// <param name="Spread">Its standard deviation there; 1 where it does not vary.</param>
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
}
