using System.Globalization;
using Molecules.Chemistry;
using Molecules.Chemistry.Smiles;
using Samples.Data;

namespace Molecules.Data;

/// <summary>The molecules of <see cref="Esol"/>.</summary>
public static class EsolTable
{
    /// <summary>Where the table comes from. Its fingerprint covers molecules and solubilities, in the order of the rows.</summary>
    public static DataSource Source { get; } = Esol.Source("f5fd411075e944481410a23e68036f4a9e0413e7d93e9f511b9d90557f69007d", Lines);

    /// <summary>Reads the table; rows with a wrong SMILES are set aside.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withDescriptors">Whether the table must have the further columns, and they are read.</param>
    /// <exception cref="Samples.SampleException">The file is broken; the message names line and column.</exception>
    public static MoleculeSet Read(string path, bool withDescriptors)
    {
        IReadOnlyList<string> further = withDescriptors ? Esol.Descriptors : [];
        var table = DataTable.Read(path, [Esol.Smiles, Esol.Solubility, .. further]);
        var rows = new List<MoleculeRow>();
        var skipped = new List<SkippedRow>();
        foreach (var row in table.Rows)
        {
            var smiles = table.Text(row, Esol.Smiles).Trim();
            try
            {
                rows.Add(new MoleculeRow(
                    row.Line,
                    Molecule.Parse(smiles),
                    table.Number(row, Esol.Solubility),
                    [.. further.Select(column => table.Number(row, column))]));
            }
            catch (SmilesException problem)
            {
                skipped.Add(new SkippedRow(row.Line, smiles, problem.Message));
            }
        }

        return new MoleculeSet(rows, skipped);
    }

    private static IEnumerable<string> Lines(string path)
    {
        var table = DataTable.Read(path, Esol.Smiles, Esol.Solubility);
        return table.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{table.Text(row, Esol.Smiles).Trim()},{table.Number(row, Esol.Solubility):R}"));
    }
}
