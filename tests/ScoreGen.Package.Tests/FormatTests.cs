namespace ScoreGen.Package.Tests;

/// <summary>The code fixes of the package, as dotnet format applies them.</summary>
[Collection(PackageCollection.Name)]
public class FormatTests
{
    private const string Nested = """
        using ScoreGen;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Edited;

        public static class Models
        {
            [ScoreDepth]
            private sealed class Decoder() : Module<Tensor, Tensor>("decoder")
            {
                private Tensor Block(Tensor h) => h.sin();
            }
        }

        """;

    [Fact]
    public async Task MistakesAreMended()
    {
        var consumers = ConsumerFolder.Copy("formatted");
        await File.WriteAllTextAsync(consumers.PathOf("Edited/Models.cs"), Nested);
        (await consumers.Do("restore", "Edited")).Succeeded();

        (await DotNet.Run(consumers.PathOf("Edited"), "format", "analyzers", "--no-restore", "--severity", "warn", "--diagnostics", "SCORE001", "SCORE103", "SCORE301")).Succeeded();

        var mended = await File.ReadAllTextAsync(consumers.PathOf("Edited/Encoder.cs"));
        Assert.Contains("[ScoreDepth(Steps = 4)]", mended);
        Assert.Contains("layer.call(h.relu());", mended);
        Assert.Equal(
            Nested.Replace("static class", "static partial class", StringComparison.Ordinal).Replace("sealed class", "sealed partial class", StringComparison.Ordinal),
            await File.ReadAllTextAsync(consumers.PathOf("Edited/Models.cs")));
        Assert.DoesNotContain("warning", (await consumers.Do("build", "Edited", "--no-restore")).Succeeded());
    }
}
