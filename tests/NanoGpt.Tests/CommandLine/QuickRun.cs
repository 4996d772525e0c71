using System.Text.Json;
using NanoGpt.Data;

namespace NanoGpt.Tests.CommandLine;

/// <summary>A quick run, once for all tests that look at it.</summary>
public sealed class QuickRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public QuickRun()
    {
        DataPath = folder.Write("text.txt", SyntheticText.Make());
        (ExitCode, Output, Folder) = Run("first");
        Trainings = ReadTrainings(Folder);
    }

    public string DataPath { get; }

    public Vocabulary Vocabulary { get; } = new(SyntheticText.Make());

    public int ExitCode { get; }

    public string Output { get; }

    public string Folder { get; }

    public IReadOnlyList<JsonElement> Trainings { get; }

    public string Place(string name) => Path.Combine(folder.Path, name);

    public string[] Arguments(string name, params string[] further)
        => ["--quick", "--device", "cpu", "--data", DataPath, "--out", Place(name), .. further];

    public (int ExitCode, string Output, string Folder) Run(string name, params string[] further)
    {
        using var console = new CapturedConsole();
        var code = Program.Run(Arguments(name, further), console.Console, console.Console);
        return (code, console.Text, Place(name));
    }

    public static IReadOnlyList<JsonElement> ReadTrainings(string folder)
        => [.. File.ReadLines(Path.Combine(folder, "results.jsonl")).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("training"))];

    public void Dispose() => folder.Dispose();
}
