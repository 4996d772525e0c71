using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class OwnSkipTests
{
    [Theory, Fires("SCORE309")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};")]
    [InlineData("private Tensor Block(Tensor h) { var g = h; var y = down.call(up.call(g)); y.add_(g); return {|SCORE309:y|}; }")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE309:Skip(h, down.call(up.call(h)))|}; private static Tensor Skip(Tensor x, Tensor y) => x.add(y, 0.5);")]
    [InlineData("private Tensor Block(Tensor h) { h = h + down.call(up.call(h)); return {|SCORE309:h - down.call(up.call(h))|}; }")]
    [InlineData("private Tensor Block(Tensor h) { if (h.shape[0] > 1) { return {|SCORE309:h + down.call(up.call(h))|}; } return down.call(up.call(h)).add(h); }")]
    public Task APlainSkip(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE309")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) { var z = h.sigmoid(); return (1 - z) * h + z * down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => 0.5 * h + down.call(up.call(h));")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => functional.layer_norm(h + down.call(up.call(h)), new long[] { 8 });")]
    [InlineData("private Tensor Block(Tensor h) => h.shape[0] > 1 ? h + down.call(up.call(h)) : down.call(up.call(h));")]
    public Task NoPlainSkip(string members) => Verify.Silent(Encoder(members));

    [Fact, NearMiss("SCORE309")]
    public Task UnderTheResidualRuleTheSkipStays() => Verify.Silent(
        Encoder("private Tensor Block(Tensor h) => h + down.call(up.call(h));", settings: "Update = UpdateRule.Residual"));
}
