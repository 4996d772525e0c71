using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>Every link between files of the repository leads somewhere, and every page can be reached.</summary>
public class LinkTests
{
    private const string Start = "README.md";

    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ItsLinksLeadSomewhere(string name)
    {
        var broken = Targets(name).Where(target => !File.Exists(Repository.PathOf(target)) && !Directory.Exists(Repository.PathOf(target)));
        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void ItsAnchorsAreHeadings(string name)
    {
        var anchors = Page.Of(name).Links.Where(target => target.StartsWith('#')).Select(target => target[1..]);
        Assert.Empty(anchors.Except(Page.Of(name).Anchors));
    }

    [Fact]
    public void EveryPageCanBeReachedFromTheFirst()
    {
        var reached = new HashSet<string> { Start };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var name))
        {
            foreach (var target in Targets(name).Where(target => target.EndsWith(".md", StringComparison.Ordinal) && reached.Add(target)))
            {
                open.Push(target);
            }
        }

        Assert.Empty(Repository.Pages.Where(IsForReaders).Except(reached));
    }

    /// <summary>The files that a page links to, by their path from the root.</summary>
    private static IEnumerable<string> Targets(string name)
        => Page.Of(name).Links
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => Path.Combine(Path.GetDirectoryName(name)!, target.Split('#')[0]))
            .Select(path => Path.GetRelativePath(Repository.Folder, Repository.PathOf(path)).Replace('\\', '/'));

    /// <summary>The compiler reads the release lists, and what is in a template is read where a project was made of it.</summary>
    private static bool IsForReaders(string name)
        => !name.StartsWith("generator/AnalyzerReleases.", StringComparison.Ordinal) && !name.Contains("/templates/", StringComparison.Ordinal);
}
