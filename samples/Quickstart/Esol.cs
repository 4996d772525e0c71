using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samples.Data;

namespace Quickstart;

/// <summary>Delaney's table of measured aqueous solubilities (J. Chem. Inf. Comput. Sci. 44, 2004), as MoleculeNet hands it out.</summary>
public static class Esol
{
    /// <summary>The column that is predicted. (The table's own "ESOL predicted…" is another model's output, so it is no input here.)</summary>
    public const string Target = "measured log solubility in mols per litre";

    /// <summary>The columns that the prediction may use.</summary>
    public static IReadOnlyList<string> Descriptors { get; } =
    [
        "Minimum Degree",
        "Molecular Weight",
        "Number of H-Bond Donors",
        "Number of Rings",
        "Number of Rotatable Bonds",
        "Polar Surface Area",
    ];

    /// <summary>Where the table comes from. Its fingerprint covers the descriptors and the target, in the order of the rows.</summary>
    public static DataSource Source { get; } = new(
        "esol.csv",
        new Uri("https://deepchemdata.s3-us-west-1.amazonaws.com/datasets/delaney-processed.csv"),
        "c937b72fc100237c1d7d11ba0a0aed370785b4f0a0e0ecd1ad55a4ca2ae15df9",
        path => Fingerprint(Read(path)));

    /// <summary>Reads the table.</summary>
    /// <exception cref="Samples.SampleException">The file is broken; the message names line and column.</exception>
    public static IReadOnlyList<Measurement> Read(string path)
    {
        var table = DataTable.Read(path, [.. Descriptors, Target]);
        return [.. table.Rows.Select(row => new Measurement(
            [.. Descriptors.Select(column => table.Number(row, column))],
            table.Number(row, Target)))];
    }

    /// <summary>The SHA-256 of the numbers in their shortest form that reads back the same, one molecule a line.</summary>
    public static string Fingerprint(IEnumerable<Measurement> measurements)
    {
        var lines = measurements.Select(molecule => string.Join(',', molecule.Descriptors.Append(molecule.Solubility).Select(Canonical)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', lines))));
    }

    private static string Canonical(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
