namespace Molecules.Tests;

/// <summary>The tables that RDKit made; Data/make_rdkit_data.py says how.</summary>
internal static class Tsv
{
    public static IReadOnlyList<string[]> Read(string name)
        => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Skip(1).Select(line => line.Split('\t'))];
}
