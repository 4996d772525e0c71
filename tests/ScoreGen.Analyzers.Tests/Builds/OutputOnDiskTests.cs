using System.Text.RegularExpressions;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Builds;

/// <summary>What generator/README.md says of the output on disk: with those properties a build writes the files there.</summary>
public partial class OutputOnDiskTests
{
    [Fact]
    public async Task ThePropertiesOfThePageWriteTheFilesThatItNames()
    {
        var page = Repository.Read("generator/README.md");
        var properties = Properties().Match(page).Groups["xml"].Value;
        var (global, qualified) = (OutputPath().Match(page).Groups["path"].Value, QualifiedName().Match(page).Groups["name"].Value);
        using var project = new TemporaryProject(
            """
            [ScoreDepth] public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder") { Tensor Block(Tensor h) => h; }
            namespace Models
            {
                [ScoreDepth] public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder") { Tensor Block(Tensor h) => h; }
            }
            """,
            properties: properties);

        Assert.Empty(await project.Build());

        var folder = $"obj/Debug/net{Environment.Version.Major}.0/";
        Assert.Contains("partial class Encoder", project.Find(folder + global));
        Assert.Contains("namespace Models", project.Find(folder + Path.GetDirectoryName(global) + "/" + qualified));
    }

    [GeneratedRegex(@"```xml\n(?<xml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Properties();

    [GeneratedRegex(@"next\s+build\s+writes\s+`(?<path>[^`]+)`")]
    private static partial Regex OutputPath();

    [GeneratedRegex(@"its\s+name\s+in\s+front:\s+`(?<name>[^`]+)`")]
    private static partial Regex QualifiedName();
}
