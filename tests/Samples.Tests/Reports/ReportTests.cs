using System.Reflection;
using System.Text.Json;
using Samples.Reports;

namespace Samples.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_page_is_put_together_from_its_sections()
    {
        var page = new MarkdownReport("Title")
            .Table(new ResultTable(["model", "error"], [["a|b", "0.5"]]))
            .Section("Settings")
            .Facts([new("seed", "3"), new("device", "cpu")])
            .Code("csharp", "x;\n")
            .Picture("loss.svg", "loss")
            .ToString();

        Assert.Equal(
            """
            # Title

            | model | error |
            | :-- | --: |
            | a\|b | 0.5 |

            ## Settings

            - seed: 3
            - device: cpu

            ```csharp
            x;
            ```

            ![loss](loss.svg)

            """,
            page);
    }

    [Fact]
    public void Each_record_is_a_line_of_json()
    {
        using var culture = new OtherCulture();

        var lines = JsonLines.Of([new { Name = "ü\n", Error = 0.5 }, new { Error = double.NaN }]).Split('\n');

        Assert.Equal("""{"name":"ü\n","error":0.5}""", lines[0]);
        Assert.Equal("NaN", JsonDocument.Parse(lines[1]).RootElement.GetProperty("error").GetString());
        Assert.Equal(["", ""], [lines[2], string.Concat(lines[3..])]);
    }

    [Fact]
    public void A_file_is_replaced_as_a_whole()
    {
        var path = Path.Combine(folder.Path, "new", "report.md");

        AtomicFile.Write(path, "a long first version");
        AtomicFile.Write(path, "second");

        Assert.Equal("second", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        var path = Path.Combine(folder.Write("file", ""), "report.md");

        var problem = Assert.Throws<SampleException>(() => AtomicFile.Write(path, ""));

        Assert.Contains(path, problem.Message);
        Assert.Contains("--out", problem.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_before_the_work()
    {
        var good = Path.Combine(folder.Path, "new");
        ReportFolder.Require(good);
        Assert.Empty(Directory.GetFileSystemEntries(good));

        var bad = folder.Write("file", "");
        var problem = Assert.Throws<SampleException>(() => ReportFolder.Require(bad));
        Assert.StartsWith($"--out {bad}: ", problem.Message);
    }

    [Fact]
    public void The_build_says_which_version_it_is()
    {
        var recorded = typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        var build = BuildInfo.Of(typeof(BuildInfo).Assembly);

        Assert.StartsWith(build.Version, recorded);
        Assert.Equal(recorded.Contains('+') ? recorded[(build.Version.Length + 1)..] : "unknown", build.Commit);
    }
}
