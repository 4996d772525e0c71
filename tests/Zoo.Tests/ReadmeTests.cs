using System.Text.RegularExpressions;
using Samples;

namespace Zoo.Tests;

/// <summary>The page of the zoo has each of its systems, with the class to copy and a picture.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root!, "samples", "Zoo");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static TheoryData<string> Names => [.. DepthSystem.All.Select(system => system.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_system_has_its_section(string name)
    {
        var system = DepthSystem.All.Single(system => system.Name == name);

        var section = Section().Matches(Page).Single(section => section.Groups["name"].Value == name).Value;
        Assert.Contains(system.Source, section, StringComparison.Ordinal);
        Assert.Contains(system.Formula, section, StringComparison.Ordinal);
        Assert.Contains(system.Expected, section, StringComparison.Ordinal);
        Assert.All(Link().Matches(section).Select(link => link.Groups["path"].Value), path => Assert.True(File.Exists(Path.Combine(Folder, path)), path));
        Assert.Contains($"(pictures/{name}.svg)", section, StringComparison.Ordinal);
        Assert.Contains($"class {system.GetType().Name} ", File.ReadAllText(Path.Combine(Folder, Link().Match(section).Groups["path"].Value)) + " ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^## (?<name>\S+)$.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)")]
    private static partial Regex Link();
}
