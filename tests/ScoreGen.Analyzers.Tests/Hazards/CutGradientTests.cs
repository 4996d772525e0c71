using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class CutGradientTests
{
    [Theory, Fires("SCORE304")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE304:detach()|}));")]
    [InlineData("private Tensor Block(Tensor h) { using ({|SCORE304:no_grad()|}) { return down.call(up.call(h)); } }")]
    [InlineData("private Tensor Block(Tensor h) { using var _ = {|SCORE304:no_grad()|}; var y = up.call(h); return down.call(y); }")]
    [InlineData("private Tensor Block(Tensor h) { var g = Frozen(h); return down.call(up.call(g)); } private static Tensor Frozen(Tensor x) => x.{|SCORE304:detach()|}.tanh();")]
    [InlineData("private Tensor Block(Tensor h) { var y = down.call(up.call(h)); return y.{|SCORE304:detach()|}; }")]
    public Task OnEveryPath(string members) => Verify.Diagnostics(Encoder(members));

    [Fact, Fires("SCORE304")]
    public Task ARoundTripThroughNumbers() => Verify.Diagnostics(Encoder(
        "private Tensor Block(Tensor h) { var numbers = h.{|SCORE304:{|SCORE306:data<float>()|}|}.ToArray(); return down.call(up.call(tensor(numbers).view(-1, 8))); }"));

    [Theory, NearMiss("SCORE304")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) + h.detach().tanh();")]
    [InlineData("private Tensor Block(Tensor h) { Tensor gate; using (no_grad()) { gate = h.sigmoid(); } return gate * down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var anchor = up.call(h).detach(); return down.call(up.call(h) - anchor.mean()); }")]
    [InlineData("private Tensor Block(Tensor h) { if (training) { return down.call(up.call(h)); } using var _ = no_grad(); return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => zeros_like(h);")]
    public Task OnSomePaths(string members) => Verify.Silent(Encoder(members));
}
