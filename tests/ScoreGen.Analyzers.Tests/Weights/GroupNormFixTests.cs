using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

[Collection(TorchCollection.Name)]
public class GroupNormFixTests
{
    private const string Title = "Set its weight to 1 and its bias to 0";

    private const string Method = """


            private static GroupNorm Initialized(GroupNorm norm)
            {
                init.ones_(norm.weight);
                init.zeros_(norm.bias!);
                return norm;
            }
        }
        """;

    [Theory]
    [InlineData(
        "private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};\n\n    private Tensor Block(Tensor h) => norm.call(h).tanh();",
        "private readonly GroupNorm norm = Initialized(GroupNorm(2, 8));\n\n    private Tensor Block(Tensor h) => norm.call(h).tanh();")]
    [InlineData(
        "private readonly Sequential net = Sequential(Conv1d(8, 8, 1), {|SCORE207:GroupNorm(2, 8)|});\n\n    private Tensor Block(Tensor h) => net.call(h).tanh();",
        "private readonly Sequential net = Sequential(Conv1d(8, 8, 1), Initialized(GroupNorm(2, 8)));\n\n    private Tensor Block(Tensor h) => net.call(h).tanh();")]
    public Task WhereverItIsMade(string before, string after) => Verify.Fix(Encoder(before), WithMethod(Encoder(after)), Title);

    [Fact]
    public Task OneMethodForAll() => Verify.FixAll(
        Encoder("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|}, other = {|SCORE207:GroupNorm(4, 8)|};\n\n    private Tensor Block(Tensor h) => other.call(norm.call(h)).tanh();"),
        WithMethod(Encoder("private readonly GroupNorm norm = Initialized(GroupNorm(2, 8)), other = Initialized(GroupNorm(4, 8));\n\n    private Tensor Block(Tensor h) => other.call(norm.call(h)).tanh();")),
        Title);

    [Fact]
    public Task TheMethodThatIsThereAndTheLineEndsOfTheFile() => Verify.Fix(
        WithMethod(Encoder("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|}, other = Initialized(GroupNorm(4, 8));\n\n    private Tensor Block(Tensor h) => other.call(norm.call(h)).tanh();")),
        WithMethod(Encoder("private readonly GroupNorm norm = Initialized(GroupNorm(2, 8)), other = Initialized(GroupNorm(4, 8));\n\n    private Tensor Block(Tensor h) => other.call(norm.call(h)).tanh();")),
        Title);

    [Fact]
    public Task TheLineEndsOfTheFile() => Verify.Fix(
        Encoder("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};\n\n    private Tensor Block(Tensor h) => norm.call(h).tanh();").ReplaceLineEndings("\r\n"),
        WithMethod(Encoder("private readonly GroupNorm norm = Initialized(GroupNorm(2, 8));\n\n    private Tensor Block(Tensor h) => norm.call(h).tanh();")).ReplaceLineEndings("\r\n"),
        Title);

    [Fact]
    public async Task ItNormalisesAsOneWithoutWeightsDoes()
    {
        var initialised = await Trained.Of(
            WithMethod(Encoder("private readonly GroupNorm norm = Initialized(GroupNorm(2, 8));\n\n    private Tensor Block(Tensor h) => norm.call(h).tanh();")), "Encoder", [3, 8, 5]);
        var plain = await Trained.Of(Encoder("private readonly GroupNorm norm = GroupNorm(2, 8, affine: false); private Tensor Block(Tensor h) => norm.call(h).tanh();"), "Encoder", [3, 8, 5]);

        Assert.All(plain.Result.Zip(initialised.Result), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-6f));
        Assert.All(plain.Saved, saved => Assert.Equal(saved.Value, initialised.Saved[saved.Key]));
    }

    private static string WithMethod(string model) => model[..model.LastIndexOf("\n}", StringComparison.Ordinal)] + Method;
}
