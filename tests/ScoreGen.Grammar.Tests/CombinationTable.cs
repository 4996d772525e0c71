namespace ScoreGen.Grammar.Tests;

/// <summary>The table of what cannot be combined in the documentation: what users read is what is tested.</summary>
internal sealed class CombinationTable(IReadOnlyDictionary<(string First, string Second), string> refused)
{
    public static CombinationTable Read()
        => new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "grammar.md"))
            .SkipWhile(line => !line.StartsWith("| setting | cannot stand with |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries).Select(second => (Pair: (row[0], second), Id: row[2].Split(':')[0])))
            .ToDictionary(row => row.Pair, row => row.Id));

    /// <summary>The pairs that it lists.</summary>
    public IEnumerable<(string First, string Second)> Pairs => refused.Keys;

    /// <summary>The id that a pair of settings is refused under; null where it works.</summary>
    public string? Expected(Setting first, Setting second)
        => Find(first.Group, second.Group) ?? Find(second.Group, first.Group);

    private string? Find(string first, string second) => refused.TryGetValue((first, second), out var id) ? id : null;
}
