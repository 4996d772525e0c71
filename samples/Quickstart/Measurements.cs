using System.Globalization;
using Samples.Data;

namespace Quickstart;

/// <summary>The numbers of <see cref="Esol"/>.</summary>
public static class Measurements
{
    /// <summary>Where the table comes from. Its fingerprint covers the descriptors and the target, in the order of the rows.</summary>
    public static DataSource Source { get; } = Esol.Source("c937b72fc100237c1d7d11ba0a0aed370785b4f0a0e0ecd1ad55a4ca2ae15df9", path => Lines(Read(path)));

    /// <summary>Reads the table.</summary>
    /// <exception cref="Samples.SampleException">The file is broken; the message names line and column.</exception>
    public static IReadOnlyList<Measurement> Read(string path)
    {
        var table = DataTable.Read(path, [.. Esol.Descriptors, Esol.Solubility]);
        return [.. table.Rows.Select(row => new Measurement(
            [.. Esol.Descriptors.Select(column => table.Number(row, column))],
            table.Number(row, Esol.Solubility)))];
    }

    /// <summary>The SHA-256 of the numbers in their shortest form that reads back the same, one molecule a line.</summary>
    public static string Fingerprint(IEnumerable<Measurement> measurements) => Esol.FingerprintOf(Lines(measurements));

    private static IEnumerable<string> Lines(IEnumerable<Measurement> measurements)
        => measurements.Select(molecule => string.Join(',', molecule.Descriptors.Append(molecule.Solubility).Select(Canonical)));

    private static string Canonical(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
