using System.Globalization;
using System.Text.Json;
using Samples.Data;

namespace Molecules.Tests.CommandLine;

/// <summary>A quick run on part of ESOL, with two rows that are no molecules, once for all tests that look at it.</summary>
public sealed class QuickRun : IDisposable
{
    private const int Rows = 500;

    private readonly TemporaryFolder folder = new();

    public QuickRun()
    {
        DataPath = folder.Write("esol.csv", Table());
        (ExitCode, Output, Folder) = Run("first");
        Trainings = ReadTrainings(Folder);
    }

    public string DataPath { get; }

    public int ExitCode { get; }

    public string Output { get; }

    public string Folder { get; }

    public IReadOnlyList<JsonElement> Trainings { get; }

    public (int ExitCode, string Output, string Folder) Run(string name, params string[] further)
    {
        using var console = new CapturedConsole();
        var code = Program.Run(Arguments(name, further), console.Console);
        return (code, console.Text, Place(name));
    }

    public string Place(string name) => Path.Combine(folder.Path, name);

    public string[] Arguments(string name, params string[] further) => ["--quick", "--device", "cpu", "--data", DataPath, "--out", Place(name), .. further];

    public static IReadOnlyList<JsonElement> ReadTrainings(string folder)
        => [.. File.ReadLines(Path.Combine(folder, "results.jsonl")).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("training"))];

    public void Dispose() => folder.Dispose();

    private static string Table()
    {
        var header = string.Join(',', [Esol.Smiles, Esol.Solubility, .. Esol.Descriptors]);
        var zeros = string.Concat(Esol.Descriptors.Select(_ => ",0"));
        var rows = Tsv.Read("esol-rdkit.tsv").Take(Rows).Select(row => $"{row[0]},{row[1]}{zeros}").ToList();
        rows.Insert(1, $"c1ccc,0{zeros}");
        rows.Insert(3, $"CC(C)(C)(C)C,0{zeros}");
        return string.Create(CultureInfo.InvariantCulture, $"{header}\n{string.Join('\n', rows)}\n");
    }
}
