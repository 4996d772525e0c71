namespace Quickstart;

/// <summary>
/// Made-up molecules for machines without the data and without a network: descriptors in plausible ranges, and a solubility that follows
/// from them by a smooth rule with noise. They show that training works, and say nothing about chemistry.
/// </summary>
public static class Synthetic
{
    private const int Count = 1000;
    private const double Noise = 0.5;

    /// <summary>The same molecules on every machine.</summary>
    public static IReadOnlyList<Measurement> Make()
    {
        var random = new Random(20040226);
        return [.. Enumerable.Range(0, Count).Select(_ => Molecule(random))];
    }

    private static Measurement Molecule(Random random)
    {
        var size = random.NextDouble();
        double degree = random.Next(1, 3);
        var weight = 60 + (400 * size);
        double donors = random.Next(0, 4);
        double rings = Math.Floor(5 * size * random.NextDouble());
        double rotatable = Math.Floor(12 * size * random.NextDouble());
        var polar = (20 * donors) + (80 * random.NextDouble());
        var solubility = 0.5 - (0.011 * weight) - (0.4 * rings) + (0.02 * polar) + (0.6 * Math.Sin(rotatable / 2)) + (0.2 * donors * size);
        return new Measurement([degree, weight, donors, rings, rotatable, polar], solubility + (Noise * Normal(random)));
    }

    /// <summary>Box and Muller's normal deviate.</summary>
    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
