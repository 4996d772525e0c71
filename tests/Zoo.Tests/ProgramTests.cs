using System.Text.RegularExpressions;

namespace Zoo.Tests;

public sealed partial class ProgramTests
{
    [Fact]
    public void A_run_leaves_a_page_a_picture_and_its_results_and_shares_merge_into_the_same()
    {
        using var whole = new TemporaryFolder();
        using var parts = new TemporaryFolder();

        Run("--out", whole.Path);
        Run("--out", parts.Path, "--share", "1/2");
        Run("--out", parts.Path, "--share", "2/2");
        Assert.Equal(0, Program.Run(["merge", "--out", parts.Path], new CapturedConsole().Console));

        Assert.Superset(new HashSet<string> { "hopfield.svg", "attractor.svg", "report.md", "results.jsonl" }, Directory.GetFiles(whole.Path).Select(Path.GetFileName).ToHashSet()!);
        Assert.Equal(Findings(whole), Findings(parts));
        Assert.Contains("![Hopfield", File.ReadAllText(Path.Combine(whole.Path, "report.md")));
    }

    [Fact]
    public void A_system_that_is_not_there_is_an_error() => Assert.NotEqual(0, Program.Run(["unicorn"], new CapturedConsole().Console, new CapturedConsole().Console));

    private static void Run(params string[] options)
        => Assert.Equal(0, Program.Run(["hopfield", "attractor", "--quick", .. options], new CapturedConsole().Console));

    /// <summary>All that does not depend on the speed of the machine.</summary>
    private static IEnumerable<string> Findings(TemporaryFolder folder)
        => File.ReadAllLines(Path.Combine(folder.Path, "results.jsonl")).Skip(1).Select(line => Seconds().Replace(line, ""));

    [GeneratedRegex("\"seconds\":[^,]*,")]
    private static partial Regex Seconds();
}
