namespace ScoreGen.Package.Tests;

/// <summary>The code fixes of the package, as dotnet format applies them.</summary>
[Collection(PackageCollection.Name)]
public class FormatTests
{
    [Fact]
    public async Task MistakesAreMended()
    {
        var consumers = ConsumerFolder.Copy("formatted");
        (await consumers.Do("restore", "Edited")).Succeeded();

        (await DotNet.Run(consumers.PathOf("Edited"), "format", "analyzers", "--no-restore", "--severity", "warn", "--diagnostics", "SCORE103", "SCORE301")).Succeeded();

        var mended = await File.ReadAllTextAsync(consumers.PathOf("Edited/Encoder.cs"));
        Assert.Contains("[ScoreDepth(Steps = 4)]", mended);
        Assert.Contains("layer.call(h.relu());", mended);
    }
}
