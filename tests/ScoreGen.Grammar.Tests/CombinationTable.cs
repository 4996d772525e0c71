namespace ScoreGen.Grammar.Tests;

/// <summary>The table of combinations in the documentation: what users read is what is tested.</summary>
internal sealed class CombinationTable(Dictionary<string, Dictionary<string, string>> cells)
{
    public static CombinationTable Read()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "grammar.md"))
            .SkipWhile(line => !line.StartsWith("| with |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .ToList();
        var columns = rows[0][1..];
        return new CombinationTable(rows.Skip(2).ToDictionary(
            row => row[0],
            row => columns.Zip(row[1..]).ToDictionary(pair => pair.First, pair => pair.Second)));
    }

    /// <summary>The id that a pair of settings is refused under; null where it works.</summary>
    public string? Expected(string first, string second)
    {
        var cell = cells[Group(first)][Group(second)];
        return cell is "✓" or "–" ? null : cell;
    }

    /// <summary>Methods of several stages, and learned steps, behave alike and share a row.</summary>
    private static string Group(string setting) => setting switch
    {
        "Midpoint" or "Heun" or "Ralston" or "Ssprk3" or "Rk4" or "ThreeEighths" => "several stages",
        _ when setting.StartsWith("ScoreDt", StringComparison.Ordinal) => "[ScoreDt]",
        _ => setting,
    };
}
