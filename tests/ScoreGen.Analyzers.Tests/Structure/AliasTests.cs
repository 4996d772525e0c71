using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE011: emitted code names TorchSharp's types from global:: on.</summary>
public class AliasTests
{
    private const string Source = """
        extern alias ts;
        using ScoreGen;
        using static ts::TorchSharp.torch;
        using static ts::TorchSharp.torch.nn;

        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """;

    [Fact, Fires("SCORE011")]
    public async Task AnAliasAlone()
    {
        var found = Assert.Single(await WithTorchAs("ts").Analyze());
        Assert.Equal("SCORE011", found.Id);
        Assert.Contains("Aliases=\"global,ts\"", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact, NearMiss("SCORE011")]
    public async Task AnAliasBesideGlobal()
    {
        var project = WithTorchAs("global", "ts");
        Assert.Empty(await project.Analyze());
        Assert.Empty(await project.CompilerErrors());
    }

    private static TestProject WithTorchAs(params string[] aliases)
    {
        var project = TestProject.Of(Source, withTorch: false).Document.Project;
        var torch = References.Torch.WithProperties(References.Torch.Properties.WithAliases(aliases));
        return new TestProject(project.AddMetadataReference(torch).Documents.Single(document => document.Name == "Test.cs"));
    }
}
