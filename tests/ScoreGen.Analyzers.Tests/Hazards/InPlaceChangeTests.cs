using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class InPlaceChangeTests
{
    [Theory, Fires("SCORE301")]
    [InlineData("private Tensor Block(Tensor h) { h.{|SCORE301:add_(1)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE301:relu_()|}));")]
    [InlineData("private Tensor Block(Tensor h) { var g = h; g.{|SCORE301:mul_(0.5)|}; return down.call(up.call(g)); }")]
    [InlineData("private Tensor Block(Tensor h) { var flat = h.view(-1, 8).transpose(0, 1); flat.{|SCORE301:zero_()|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var (a, b) = (h.chunk(2, -1)[0], h.narrow(-1, 0, 4)); a.{|SCORE301:add_(b)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var same = h.positive(); same.{|SCORE301:add_(1)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { h.atleast_2d().{|SCORE301:add_(1)|}; return down.call(up.call(h)); }")]
    [InlineData("private readonly Sequential net = Sequential(Flatten(1), ReLU(true)); private Tensor Block(Tensor h) { net.{|SCORE301:call(h)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var y = down.call(up.call(h)); {|SCORE301:h[0]|} = y[0]; return y; }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(functional.{|SCORE301:relu(h, inplace: true)|}));")]
    [InlineData("private Tensor Block(Tensor h) { {|SCORE301:abs_(h)|}; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(Scaled(h))); private static Tensor Scaled(Tensor x) => x.{|SCORE301:mul_(0.5)|};")]
    [InlineData("private Tensor Block(Tensor h) { Tensor Twice(Tensor x) { x.{|SCORE301:add_(x)|}; return x; } return down.call(up.call(Twice(h))); }")]
    [InlineData("private Tensor Block(Tensor h) { Func<Tensor, Tensor> center = x => x.{|SCORE301:sub_(1)|}; return down.call(up.call(center(h))); }")]
    [InlineData("private readonly ReLU relu = ReLU(inplace: true); private Tensor Block(Tensor h) => down.call(up.call(relu.{|SCORE301:call(h)|}));")]
    [InlineData("private readonly Dropout drop = Dropout(0.1); private Tensor Block(Tensor h) { var g = drop.{|SCORE308:call(h)|}; g.{|SCORE301:add_(1)|}; return down.call(up.call(g)); }")]
    [InlineData("private Tensor Block(Tensor h) { Tensor y = h; for (var i = 0; i < 3; i++) { y = y.{|SCORE301:tanh_()|}; } return down.call(up.call(y)); }")]
    [InlineData("private Tensor Block(Tensor h) { var y = training ? h : h.clone(); y.{|SCORE301:add_(1)|}; return down.call(up.call(y)); }")]
    public Task TheStateOrAnAlias(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, Fires("SCORE301")]
    [InlineData("private Tensor Block(Tensor h, Tensor mask) { mask.{|SCORE301:neg_()|}; return down.call(up.call(h * mask)); }")]
    [InlineData("private Tensor Block(Tensor h, Tensor mask) { var wide = mask.unsqueeze(1).expand(2, 8); wide.{|SCORE301:masked_fill_(wide.lt(0), 0)|}; return down.call(up.call(h * wide)); }")]
    public Task AContext(string members) => Verify.Diagnostics(WithContext(members));

    [Theory, NearMiss("SCORE301")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h).relu_());")]
    [InlineData("private Tensor Block(Tensor h) { var g = h; g = g.clone(); g.add_(1); return down.call(up.call(g)); }")]
    [InlineData("private Tensor Block(Tensor h) { var other = up.call(h); other.add_(1); return down.call(other); }")]
    [InlineData("private Tensor Block(Tensor h) { h = h.add(1); h.mul_(2); return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var y = h.clone(); y[0] = 0; return down.call(up.call(y)); }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.relu(up.call(h), inplace: true));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.relu(up.call(h), inplace: false));")]
    [InlineData("private readonly ReLU relu = ReLU(inplace: true); private Tensor Block(Tensor h) => down.call(relu.call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) { var s = zeros(h.shape); s.index_add_(0, arange(2), h, 1); return down.call(up.call(s)); }")]
    [InlineData("private Tensor Block(Tensor h) { h += 1; h *= 2; return down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) { var rows = h[arange(2)]; rows.add_(1); return down.call(up.call(rows)); }")]
    public Task AFreshTensor(string members) => Verify.Silent(Encoder(members));
}
