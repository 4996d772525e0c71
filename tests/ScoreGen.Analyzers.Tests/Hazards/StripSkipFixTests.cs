using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class StripSkipFixTests
{
    private const string Title = "Set StripSkip = true";

    [Fact]
    public Task ANewMark() => Verify.Fix(
        Encoder("/// <summary>Kept.</summary>\n    private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};"),
        Encoder("/// <summary>Kept.</summary>\n    [ScoreBlock(StripSkip = true)]\n    private Tensor Block(Tensor h) => h + down.call(up.call(h));"),
        Title);

    [Theory]
    [InlineData("[ScoreBlock]", "[ScoreBlock(StripSkip = true)]")]
    [InlineData("[ScoreBlock(StripSkip = false)]", "[ScoreBlock(StripSkip = true)]")]
    public Task TheMarkThatIsThere(string before, string after) => Verify.Fix(
        Encoder(before + " private Tensor Mix(Tensor h) { var y = down.call(up.call(h)); return {|SCORE309:y + h|}; }"),
        Encoder(after + " private Tensor Mix(Tensor h) { var y = down.call(up.call(h)); return y + h; }"),
        Title);

    [Fact]
    public Task AllAtOnce() => Verify.FixAll(Two("", "{|SCORE309:h + h.tanh()|}"), Two("[ScoreBlock(StripSkip = true)]\n    ", "h + h.tanh()"), Title);

    private static string Two(string mark, string block) =>
        $$"""
        [ScoreDepth]
        public sealed partial class First() : Module<Tensor, Tensor>("first")
        {
            {{mark}}private Tensor Block(Tensor h) => {{block}};
        }

        [ScoreDepth]
        public sealed partial class Second() : Module<Tensor, Tensor>("second")
        {
            {{mark}}private Tensor Block(Tensor h) => {{block}};
        }
        """;
}
