using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>The projects refer to what the table of the architecture allows, and to nothing else of the repository.</summary>
public partial class ArchitectureTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Match row in Row().Matches(Repository.Read("CONTRIBUTING.md")))
            {
                data.Add(row.Groups["folder"].Value, row.Groups["projects"].Value);
            }

            return data;
        }
    }

    [Fact]
    public void TheTableHasEveryProject()
        => Assert.Equal(
            Projects("runtime").Concat(Projects("generator")).Concat(Projects("analyzers")).Order(),
            Rows.Select(row => Path.GetFileName(ProjectIn((string)row[0]))).Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public void AProjectRefersToNothingElse(string folder, string projects)
    {
        var text = File.ReadAllText(ProjectIn(folder));
        var found = Reference().Matches(text).Select(match => match.Groups["name"].Value);
        Assert.Equal(Quoted().Matches(projects).Select(match => match.Groups["name"].Value), found);
        Assert.DoesNotContain("UsesTorch", text, StringComparison.Ordinal);
    }

    private static string ProjectIn(string folder) => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj").Single();

    private static IEnumerable<string?> Projects(string folder)
        => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileName);

    [GeneratedRegex(@"^\| `(?<folder>(runtime|generator|analyzers)[^`]*)` \| (?<projects>nothing|(`ScoreGen[.\w]*`(, )?)+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("""<(ProjectReference|Reference) Include="([^"]*/)?(?<name>[^"/]+?)(\.csproj)?" """)]
    private static partial Regex Reference();
}
