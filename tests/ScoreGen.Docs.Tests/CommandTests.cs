using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>The commands that the pages give exist.</summary>
public partial class CommandTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void BuildKnowsThem(string name)
    {
        var verbs = Verb().Matches(Repository.Read("build.sh")).Select(match => match.Groups["verb"].Value);
        Assert.Empty(Build().Matches(Page.Of(name).Text).Select(match => match.Groups["verb"].Value).Except(verbs));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheirProjectsAreThere(string name)
        => Assert.All(Project().Matches(Page.Of(name).Text).Select(match => match.Groups["path"].Value), path => Assert.True(Directory.Exists(Repository.PathOf(path)), path));

    [GeneratedRegex(@"^  (?<verb>[a-z]+)( \[ARGS\])?  +\S", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\./build\.sh (?<verb>[a-z]+)")]
    private static partial Regex Build();

    [GeneratedRegex(@"(--project|dotnet test|dotnet build) (?<path>(samples|tests|runtime|generator|analyzers)/[\w./]*\w)")]
    private static partial Regex Project();
}
