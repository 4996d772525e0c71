using System.Security.Cryptography;
using System.Text;

namespace Samples.Data;

/// <summary>Delaney's table of measured aqueous solubilities (J. Chem. Inf. Comput. Sci. 44, 2004), as MoleculeNet hands it out.</summary>
public static class Esol
{
    /// <summary>The column that holds the molecules.</summary>
    public const string Smiles = "smiles";

    /// <summary>The column that is predicted.</summary>
    public const string Solubility = "measured log solubility in mols per litre";

    /// <summary>Columns that a prediction may use. (The table's own "ESOL predicted…" is another model's output, so it is none of them.)</summary>
    public static IReadOnlyList<string> Descriptors { get; } =
    [
        "Minimum Degree",
        "Molecular Weight",
        "Number of H-Bond Donors",
        "Number of Rings",
        "Number of Rotatable Bonds",
        "Polar Surface Area",
    ];

    /// <summary>Where the table comes from.</summary>
    /// <param name="fingerprint">The <see cref="FingerprintOf"/> what the sample reads of it.</param>
    /// <param name="read">Writes what the sample reads of the file, a line a molecule.</param>
    public static DataSource Source(string fingerprint, Func<string, IEnumerable<string>> read) => new(
        "esol.csv",
        new Uri("https://deepchemdata.s3-us-west-1.amazonaws.com/datasets/delaney-processed.csv"),
        fingerprint,
        path => FingerprintOf(read(path)));

    /// <summary>The lower-case hexadecimal SHA-256 of some lines.</summary>
    public static string FingerprintOf(IEnumerable<string> lines)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', lines))));
}
