using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Molecules.Chemistry;
using Molecules.Chemistry.Smiles;
using Samples.Data;

namespace Molecules.Data;

/// <summary>Delaney's table of measured aqueous solubilities (J. Chem. Inf. Comput. Sci. 44, 2004), as MoleculeNet hands it out.</summary>
public static class EsolTable
{
    /// <summary>The column that holds the molecules.</summary>
    public const string Smiles = "smiles";

    /// <summary>The column that is predicted.</summary>
    public const string Solubility = "measured log solubility in mols per litre";

    /// <summary>Further columns that a prediction may use. (The table's own "ESOL predicted…" is another model's output.)</summary>
    public static IReadOnlyList<string> DescriptorColumns { get; } =
    [
        "Minimum Degree",
        "Molecular Weight",
        "Number of H-Bond Donors",
        "Number of Rings",
        "Number of Rotatable Bonds",
        "Polar Surface Area",
    ];

    /// <summary>Where the table comes from. Its fingerprint covers molecules and solubilities, in the order of the rows.</summary>
    public static DataSource Source { get; } = new(
        "esol.csv",
        new Uri("https://deepchemdata.s3-us-west-1.amazonaws.com/datasets/delaney-processed.csv"),
        "f5fd411075e944481410a23e68036f4a9e0413e7d93e9f511b9d90557f69007d",
        Fingerprint);

    /// <summary>Reads the table; rows with a wrong SMILES are set aside.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withDescriptors">Whether the table must have the further columns, and they are read.</param>
    /// <exception cref="Samples.SampleException">The file is broken; the message names line and column.</exception>
    public static MoleculeSet Read(string path, bool withDescriptors)
    {
        IReadOnlyList<string> further = withDescriptors ? DescriptorColumns : [];
        var table = DataTable.Read(path, [Smiles, Solubility, .. further]);
        var rows = new List<MoleculeRow>();
        var skipped = new List<SkippedRow>();
        foreach (var row in table.Rows)
        {
            var smiles = table.Text(row, Smiles).Trim();
            try
            {
                rows.Add(new MoleculeRow(
                    row.Line,
                    Molecule.Parse(smiles),
                    table.Number(row, Solubility),
                    [.. further.Select(column => table.Number(row, column))]));
            }
            catch (SmilesException problem)
            {
                skipped.Add(new SkippedRow(row.Line, smiles, problem.Message));
            }
        }

        return new MoleculeSet(rows, skipped);
    }

    private static string Fingerprint(string path)
    {
        var table = DataTable.Read(path, Smiles, Solubility);
        var lines = table.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{table.Text(row, Smiles).Trim()},{table.Number(row, Solubility):R}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', lines))));
    }
}
