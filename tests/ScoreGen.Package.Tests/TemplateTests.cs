namespace ScoreGen.Package.Tests;

/// <summary>The first minutes of a new user: dotnet new, dotnet run, dotnet test.</summary>
[Collection(PackageCollection.Name)]
public class TemplateTests
{
    [Fact]
    public async Task ANewProjectRunsAndPassesItsTests()
    {
        var folder = PackedFeed.NewFolder("template");
        var hive = Path.Combine(folder, "hive");
        (await DotNet.Run(folder, "new", "install", PackedFeed.File("ScoreGen.Templates"), "--debug:custom-hive", hive)).Succeeded();
        (await DotNet.Run(folder, "new", "scoregen", "-o", "Fresh", "--debug:custom-hive", hive)).Succeeded();
        var project = Path.Combine(folder, "Fresh");

        var run = (await DotNet.Run(project, "run")).Succeeded();
        var test = (await DotNet.Run(project, "test", "tests")).Succeeded();

        Assert.Contains("4 Euler steps", run);
        Assert.InRange(LastLoss(run), 0, 0.1);
        Assert.True(File.Exists(Path.Combine(project, "model.dat")));
        Assert.Contains("Passed:     2", test);
        Assert.DoesNotContain("warning", run + test);
    }

    private static double LastLoss(string output)
    {
        var line = output.Split('\n').Single(text => text.StartsWith("at the end", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
