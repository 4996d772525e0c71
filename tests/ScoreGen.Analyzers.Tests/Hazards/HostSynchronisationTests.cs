using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class HostSynchronisationTests
{
    [Theory, Fires("SCORE306")]
    [InlineData("private Tensor Block(Tensor h) { if (h.norm().{|SCORE306:item<float>()|} > 100) { h = h / 2; } return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var s = h.abs().max().{|SCORE306:ToSingle()|}; return down.call(up.call(h / s)); }")]
    [InlineData("private Tensor Block(Tensor h) { {|SCORE306:Console.WriteLine(h)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE306:cpu()|}));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE306:to(CPU)|}));")]
    [InlineData("private Tensor Block(Tensor h) { var s = {|SCORE306:(float)h.norm()|}; return down.call(up.call(h * s)); }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h * Size(h))); private static float Size(Tensor x) { var norm = x.norm(); return norm.{|SCORE306:ToScalar()|}.ToSingle(); }")]
    public Task ItWaits(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE306")]
    [InlineData("private Tensor Block(Tensor h) { if (h.shape[0] > 100) { h = h / 2; } return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var y = down.call(up.call(h)); return y / y.norm(); }")]
    [InlineData("private readonly float scale = tensor(2f).item<float>(); private Tensor Block(Tensor h) => down.call(up.call(h * scale));")]
    [InlineData("private Tensor Block(Tensor h) { Console.WriteLine(\"step\"); return down.call(up.call(h.to(h.device))); }")]
    public Task ItDoesNot(string members) => Verify.Silent(Encoder(members));
}
