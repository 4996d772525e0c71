using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE011: emitted code names TorchSharp's types from global:: on.</summary>
public class AliasTests
{
    [Theory, Fires("SCORE011")]
    [InlineData("ts")]
    [InlineData("torch")]
    [InlineData("first", "second")]
    public async Task AnAliasAlone(params string[] aliases)
    {
        var found = Assert.Single(await FoundWith(aliases));
        Assert.Equal("SCORE011", found.Id);
        Assert.Contains($"Aliases=\"global,{aliases[0]}\"", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory, NearMiss("SCORE011")]
    [InlineData("global", "ts")]
    [InlineData("ts", "global")]
    [InlineData("first", "second", "global")]
    public async Task AnAliasBesideGlobal(params string[] aliases) => Assert.Empty(await FoundWith(aliases));

    private static Task<IReadOnlyList<Diagnostic>> FoundWith(string[] aliases)
    {
        var alias = aliases.First(name => name != "global");
        return Verify.Found(
            $$"""
            extern alias {{alias}};
            using static {{alias}}::TorchSharp.torch;
            using static {{alias}}::TorchSharp.torch.nn;

            [ScoreDepth]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """,
            new UserProject(TorchAliases: aliases));
    }
}
