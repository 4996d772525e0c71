using System.Text.Json;
using Benchmarks.Timing;
using Spectre.Console;

namespace Benchmarks;

/// <summary>What was measured: a table for people, and one flat object of name and number for machines.</summary>
internal sealed class Results
{
    private readonly SortedDictionary<string, double> numbers = new(StringComparer.Ordinal);
    private readonly Table table = new Table().Border(TableBorder.Simple).AddColumns("name", "value", "quartiles", "bar", "what");

    public void Add(string name, Ratio ratio, double? bar, string what)
    {
        numbers[name] = Math.Round(ratio.Median, 4);
        numbers[name + "_low"] = Math.Round(ratio.Low, 4);
        numbers[name + "_high"] = Math.Round(ratio.High, 4);
        Row(name, $"{ratio.Median:0.000}", $"{ratio.Low:0.000} – {ratio.High:0.000}", Bar(ratio.Median, bar), what);
    }

    public void Add(string name, double value, double? bar, string what)
    {
        numbers[name] = value;
        Row(name, $"{value:0.###}", "", Bar(value, bar), what);
    }

    /// <summary>A measurement that is the better the greater it is.</summary>
    public void AddAtLeast(string name, double value, double? bar, string what)
    {
        numbers[name] = value;
        Row(name, $"{value:0.###}", "", bar is null ? "" : Verdict($"≥ {bar:0.00}", value >= bar), what);
    }

    /// <summary>A measurement that this machine cannot make.</summary>
    public void Skip(string name, string reason) => Row(name, "–", "", "", reason);

    /// <summary>A file or a pipe has no width, and 80 columns would break the names.</summary>
    public void Print()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 160;
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Writes the numbers so that the file is either the old one or all of the new.</summary>
    public void Write(string location)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        var draft = location + ".tmp";
        File.WriteAllText(draft, JsonSerializer.Serialize(numbers, JsonSerializerOptions.Web) + "\n");
        File.Move(draft, location, overwrite: true);
    }

    private static string Bar(double value, double? bar)
        => bar is null ? "" : Verdict($"≤ {bar:0.00}", value <= bar);

    private static string Verdict(string bar, bool isMet) => $"{bar} {(isMet ? "[green]met[/]" : "[red]missed[/]")}";

    private void Row(params string[] cells) => table.AddRow(cells.Select(cell => cell.Contains("[green]") || cell.Contains("[red]") ? cell : Markup.Escape(cell)).ToArray());
}
