using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>The C# of every page compiles, without a warning of the compiler or of ScoreGen's analyzers. The help pages have tests of their own.</summary>
public class CodeBlockTests
{
    public static TheoryData<string> Pages => [.. PagesWithCode];

    private static IEnumerable<string> PagesWithCode => Repository.Pages.Where(name => !IsHelpPage(name) && Page.Of(name).CSharp.Any());

    [Fact]
    public void ThePagesThatTeachHaveCode()
        => Assert.Superset(
            new HashSet<string> { "README.md", "generator/README.md", "runtime/docs/grammar.md", "runtime/docs/porting/loop.md", "runtime/docs/porting/torchdiffeq.md" },
            PagesWithCode.ToHashSet());

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ItCompiles(string name)
    {
        var page = Page.Of(name);
        Assert.All(page.CSharp, block => Assert.True(PageProject.Knows(block), $"{name}:{block.Line} is marked '{block.Mark}', which says nothing to this test."));
        Assert.Empty(await PageProject.Of(page).Diagnostics());
    }

    private static bool IsHelpPage(string name) => name.StartsWith("analyzers/docs/SCORE", StringComparison.Ordinal);
}
