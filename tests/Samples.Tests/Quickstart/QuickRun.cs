using System.Text.Json;
using Quickstart;

namespace Samples.Tests.Quickstart;

/// <summary>A quick run of the quickstart on made-up molecules, once for all tests that look at it.</summary>
public sealed class QuickRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public QuickRun()
    {
        DataPath = folder.Write("esol.csv", EsolFile.Text(Synthetic.Make()));
        (ExitCode, Output, Folder) = Run("first");
        Trainings = ReadTrainings(Folder);
    }

    public string DataPath { get; }

    public int ExitCode { get; }

    public string Output { get; }

    public string Folder { get; }

    public IReadOnlyList<JsonElement> Trainings { get; }

    public (int ExitCode, string Output, string Folder) Run(string name)
    {
        using var console = new CapturedConsole();
        var target = Path.Combine(folder.Path, name);
        var code = Program.Run(["--quick", "--device", "cpu", "--data", DataPath, "--out", target], console.Console);
        return (code, console.Text, target);
    }

    public static IReadOnlyList<JsonElement> ReadTrainings(string folder)
        => [.. File.ReadLines(Path.Combine(folder, "results.jsonl")).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("training"))];

    public void Dispose() => folder.Dispose();
}
