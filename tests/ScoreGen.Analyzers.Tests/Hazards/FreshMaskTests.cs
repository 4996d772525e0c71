using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class FreshMaskTests
{
    [Theory, Fires("SCORE308")]
    [InlineData("private readonly Dropout drop = Dropout(0.1); private Tensor Block(Tensor h) => drop.{|SCORE308:call(down.call(up.call(h)))|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.{|SCORE308:dropout(up.call(h), 0.1, training)|});")]
    [InlineData("private readonly Module<Tensor, Tensor> drop = Dropout2d(0.1); private Tensor Block(Tensor h) => down.call(Thinned(up.call(h))); private Tensor Thinned(Tensor x) { var d = drop; return d.{|SCORE308:call(x)|}; }")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), Dropout(0.2), Tanh()); private Tensor Block(Tensor h) => net.{|SCORE308:call(h)|};")]
    [InlineData("private Tensor Block(Tensor h) => functional.{|SCORE308:scaled_dot_product_attention(h, h, h, p: 0.1)|};")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2); private Tensor Block(Tensor h) => layer.{|SCORE308:call(h, null, null)|};")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2); private Tensor Block(Tensor h) => layer.{|SCORE308:forward(h)|};")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, dropout: 0.2); private Tensor Block(Tensor h) => layer.{|SCORE308:call(h, null, null)|};")]
    public Task AMaskEachTime(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE308")]
    [InlineData("private readonly Dropout drop = Dropout(0); private Tensor Block(Tensor h) => drop.call(down.call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.dropout(up.call(h), 0.1, training: false));")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, 16, 0); private Tensor Block(Tensor h) => layer.call(h, null, null);")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) + 0.1 * randn_like(h);")]
    [InlineData("private readonly Dropout head = Dropout(0.1); private Tensor Block(Tensor h) => down.call(up.call(h)); public Tensor Head(Tensor h) => head.call(h);")]
    public Task NoMask(string members) => Verify.Silent(Encoder(members));
}
