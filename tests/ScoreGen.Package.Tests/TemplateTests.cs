using System.Globalization;
using System.Text.RegularExpressions;

namespace ScoreGen.Package.Tests;

/// <summary>The first minutes of a new user: dotnet new, dotnet run, dotnet test.</summary>
[Collection(PackageCollection.Name)]
public class TemplateTests(InstalledTemplate template) : IClassFixture<InstalledTemplate>
{
    // Beside each bound, what was seen, and what a model that learned nothing would reach.
    [Theory]
    [InlineData("mlp", "4 Euler steps", @"on new rows (\S+)", 0, 0.1)] // 0.001; 0.6
    [InlineData("ode", "4 Rk4 steps", @"on new states (\S+);", 0, 0.5)] // 0.01; 5.6
    [InlineData("transformer", "4 Euler steps", @"rounds: 4 .* (\S+) %", 80, 100)] // 98.6; 20
    public async Task ANewProjectRunsAndPassesItsTests(string model, string plan, string result, double least, double most)
    {
        var project = await template.New("Fresh_" + model, "--model", model);

        var run = (await DotNet.Run(project, "run")).Succeeded();
        var test = (await DotNet.Run(project, "test", "tests")).Succeeded();

        Assert.Contains(plan, run);
        Assert.InRange(double.Parse(Regex.Match(run, result).Groups[1].Value, CultureInfo.InvariantCulture), least, most);
        Assert.True(File.Exists(Path.Combine(project, "model.dat")));
        Assert.Matches(@"Failed: +0, Passed: +[23],", test);
        Assert.DoesNotContain("warning", run + test);
    }

    [Fact]
    public async Task AProjectForAGpuDiffersInItsPackagesOnly()
    {
        var cpu = await template.New("Processor");
        var cuda = await template.New("Gpu", "--name", "Processor", "--device", "cuda");

        var difference = Assert.Single(Files(cpu), file => File.ReadAllText(Path.Combine(cpu, file)) != File.ReadAllText(Path.Combine(cuda, file)));
        Assert.Equal(Files(cpu), Files(cuda));
        Assert.Equal("Processor.csproj", difference);
        var packages = Regex.Matches(File.ReadAllText(Path.Combine(cuda, difference)), "Include=\"(.*?)\"").Select(match => match.Groups[1].Value);
        Assert.Equal(["ScoreGen", "TorchSharp", "TorchSharp-cuda-linux", "TorchSharp-cuda-windows"], packages);
    }

    [Fact]
    public async Task BothProjectsAreForTheFrameworkThatIsAskedFor()
    {
        var project = await template.New("Older", "--framework", "net8.0");

        Assert.All(["Older.csproj", "tests/Older.Tests.csproj"], file => Assert.Contains("<TargetFramework>net8.0</TargetFramework>", File.ReadAllText(Path.Combine(project, file))));
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
