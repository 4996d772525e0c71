using System.Text.RegularExpressions;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>The help page of a diagnostic.</summary>
internal sealed partial class HelpPage(string text)
{
    public static string ReleaseNotes { get; } = string.Concat(
        Directory.EnumerateFiles(Repository.PathOf("generator"), "AnalyzerReleases.*.md").Select(File.ReadAllText));

    /// <summary>The page that lists them all.</summary>
    public static string Index { get; } = File.ReadAllText(Path.Combine(Folder(), "README.md"));

    public string Title => text[..text.IndexOf('\n', StringComparison.Ordinal)];

    public static IEnumerable<string> Ids()
        => Directory.EnumerateFiles(Folder(), "SCORE*.md").Select(file => Path.GetFileNameWithoutExtension(file));

    public static HelpPage Of(string id)
    {
        var file = Path.Combine(Folder(), id + ".md");
        Assert.True(File.Exists(file), $"{id} has no page analyzers/docs/{id}.md.");
        return new HelpPage(File.ReadAllText(file));
    }

    /// <summary>A cell of the table at the top.</summary>
    public string Row(string name)
    {
        var row = text.Split('\n').FirstOrDefault(line => line.StartsWith($"| {name} |", StringComparison.Ordinal));
        Assert.True(row is not null, $"The page has no row '{name}'.");
        return row.Split('|')[2].Trim();
    }

    public string Section(string heading)
    {
        var section = Regex.Match(text, $@"^## {heading}\n(?<body>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(section.Success && !string.IsNullOrWhiteSpace(section.Groups["body"].Value), $"The page has no section '{heading}'.");
        return section.Groups["body"].Value;
    }

    /// <summary>The examples of a section, one or more.</summary>
    public IReadOnlyList<string> Code(string heading)
    {
        var code = Fence().Matches(Section(heading));
        Assert.True(code.Count > 0, $"The section '{heading}' has no C# code.");
        return [.. code.Select(match => match.Groups["code"].Value)];
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static string Folder() => Repository.PathOf("analyzers/docs");
}
