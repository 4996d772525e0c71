using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class NoSkipToStripTests
{
    [Theory, Fires("SCORE313")]
    [InlineData("[ScoreBlock({|SCORE313:StripSkip = true|})] private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("[ScoreBlock({|SCORE313:StripSkip = true|})] private Tensor Block(Tensor h) { var g = h + 1; return Mixed(g).tanh(); } private Tensor Mixed(Tensor x) => down.call(up.call(x));")]
    [InlineData("[ScoreBlock({|SCORE313:StripSkip = true|})] private readonly Sequential net = Sequential(Linear(8, 32), GELU(), Linear(32, 8));")]
    [InlineData("[ScoreBlock({|SCORE313:StripSkip = true|})] private Tensor Mix(Tensor h) { var wide = up.call(h); return h.shape[0] > 1 ? down.call(wide) : down.call(wide.relu()); }")]
    public Task NothingToStrip(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE313")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) { var y = down.call(up.call(h)); return y.add_(h); }")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, dropout: 0); [ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => layer.call(h, null!, null!);")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h.shape[0] > 1 ? h + down.call(up.call(h)) : down.call(up.call(h));")]
    [InlineData("private readonly Residual inner = new(8); [ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => inner.call(h); private sealed class Residual : Module<Tensor, Tensor> { private readonly Linear mix; public Residual(long n) : base(\"residual\") { mix = Linear(n, n); RegisterComponents(); } public override Tensor forward(Tensor x) => x + mix.call(x); }")]
    public Task ASkipOrPerhapsOne(string members) => Verify.Silent(Encoder(members));
}
