using System.Globalization;
using Quickstart;
using Samples.Data;

namespace Samples.Tests.Quickstart;

/// <summary>Writes molecules as the published table has them, its other columns included.</summary>
internal static class EsolFile
{
    public const string Prediction = "ESOL predicted log solubility in mols per litre";

    private static readonly string[] Columns = [Prediction, .. Esol.Descriptors, Esol.Solubility, "smiles"];

    public static string Text(IEnumerable<Measurement> molecules)
        => string.Join("\n", molecules.Select(Row).Prepend(string.Join(",", Columns))) + "\n";

    private static string Row(Measurement molecule)
        => string.Join(",", [.. molecule.Descriptors.Prepend(0).Append(molecule.Solubility).Select(number => number.ToString(CultureInfo.InvariantCulture)), "C"]);
}
