namespace Zoo.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Shares_merge_into_a_page_with_a_picture_of_each_system()
    {
        using var folder = new TemporaryFolder();
        using var console = new CapturedConsole();

        Run(folder, "--share", "1/2");
        Run(folder, "--share", "2/2");
        Assert.Equal(0, Program.Run(["merge", "--out", folder.Path], console.Console));

        var page = File.ReadAllText(Path.Combine(folder.Path, "report.md"));
        Assert.All(["hopfield", "attractor"], name => Assert.Contains($"]({name}.svg)", page, StringComparison.Ordinal));
        Assert.All(["hopfield.svg", "attractor.svg", "results.jsonl"], name => Assert.True(new FileInfo(Path.Combine(folder.Path, name)).Length > 0));
        Assert.Contains("held, 1 of 1", console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not held", console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_that_is_not_there_is_an_error() => Assert.NotEqual(0, Program.Run(["unicorn"], new CapturedConsole().Console, new CapturedConsole().Console));

    private static void Run(TemporaryFolder folder, params string[] share)
    {
        using var console = new CapturedConsole();
        Assert.Equal(0, Program.Run(["hopfield", "attractor", "--quick", "--out", folder.Path, .. share], console.Console));
    }
}
