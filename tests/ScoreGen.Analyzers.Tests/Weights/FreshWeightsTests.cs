using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class FreshWeightsTests
{
    [Theory, Fires("SCORE202")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE202:Linear(8, 8)|}.call(h);")]
    [InlineData("private Tensor Block(Tensor h) { using var mix = {|SCORE202:torch.nn.Linear(8, 8)|}; return mix.call(h); }")]
    [InlineData("private Tensor Block(Tensor h) => Make().call(h); private static Module<Tensor, Tensor> Make() => {|SCORE202:Sequential(Linear(8, 32), GELU(), Linear(32, 8))|};")]
    [InlineData("private Tensor Block(Tensor h) { var scale = {|SCORE202:new Parameter(ones(8))|}; return down.call(up.call(h * scale)); }")]
    [InlineData("private Tensor Block(Tensor h) { Func<Tensor, Tensor> norm = x => {|SCORE202:LayerNorm(8)|}.call(x); return down.call(up.call(norm(h))); }")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE202:new Mixer(8)|}.call(h); private sealed class Mixer : Module<Tensor, Tensor> { private readonly Linear mix; public Mixer(long n) : base(\"mixer\") { mix = Linear(n, n); RegisterComponents(); } public override Tensor forward(Tensor x) => mix.call(x); }")]
    public Task AtEachEvaluation(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE202")]
    [InlineData("private Tensor Block(Tensor h) => down.call(ReLU().call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(nn.Softmax(-1).call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(LayerNorm(32, elementwise_affine: false).call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) * ones(8);")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)); public Module<Tensor, Tensor> Head() => Linear(8, 2);")]
    [InlineData("private Linear? late; private Tensor Block(Tensor h) { System.Threading.LazyInitializer.EnsureInitialized(ref late, () => Linear(8, 8)); return late!.call(down.call(up.call(h))); }")]
    public Task WeightlessOrElsewhere(string members) => Verify.Silent(Encoder(members));

    /// <summary>It is made once, and too late to be registered.</summary>
    [Fact, NearMiss("SCORE202"), Fires("SCORE205")]
    public Task OnceInACache() => Verify.Diagnostics(Encoder(
        "private readonly System.Collections.Concurrent.ConcurrentDictionary<long, Linear> {|SCORE205:cache|} = new(); private Tensor Block(Tensor h) => cache.GetOrAdd(8, k => Linear(k, k)).call(down.call(up.call(h)));"));
}
