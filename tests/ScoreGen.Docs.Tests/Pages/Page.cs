using System.Text.RegularExpressions;

namespace ScoreGen.Docs.Tests.Pages;

/// <summary>A page of the documentation.</summary>
internal sealed partial class Page
{
    private Page(string name)
    {
        Name = name;
        Text = Repository.Read(name);
        Blocks = [.. Fence().Matches(Text).Select(BlockOf)];
    }

    /// <summary>Its path from the root.</summary>
    public string Name { get; }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public IEnumerable<Block> CSharp => Blocks.Where(block => block.Language == "csharp");

    /// <summary>The targets of its links and pictures, outside of code.</summary>
    public IEnumerable<string> Links => Link().Matches(InlineCode().Replace(Fence().Replace(Text, ""), "")).Select(match => match.Groups["target"].Value);

    /// <summary>What links within the page may name: its headings in lower case, without punctuation, with a hyphen for each space.</summary>
    public IEnumerable<string> Anchors
        => Heading().Matches(Fence().Replace(Text, "")).Select(match => Punctuation().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    public static Page Of(string name) => new(name);

    private Block BlockOf(Match fence) => new(
        fence.Groups["language"].Value,
        fence.Groups["mark"].Value,
        fence.Groups["code"].Value,
        1 + Text.AsSpan(0, fence.Groups["fence"].Index).Count('\n'));

    [GeneratedRegex(@"(^<!-- (?<mark>[^\n]*) -->\n)?^(?<fence>```)(?<language>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (?<text>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
