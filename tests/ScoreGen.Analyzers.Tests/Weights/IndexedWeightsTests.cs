using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class IndexedWeightsTests
{
    private const string Layers = "private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8)); ";

    [Theory, Fires("SCORE201")]
    [InlineData(Layers + "private Tensor Block(Tensor h, [ScoreStep] int step) => {|SCORE201:layers[step]|}.call(h);")]
    [InlineData(Layers + "private Tensor Block(Tensor h, [ScoreStep] int step) { var i = step % 2; var layer = {|SCORE201:layers[i]|}; return layer.call(h); }")]
    [InlineData(Layers + "private Tensor Block(Tensor h, [ScoreStep] int step) => Pick(step).call(h); private Linear Pick(int i) => {|SCORE201:layers[i]|};")]
    [InlineData(Layers + "private int at; private Tensor Block(Tensor h) { var y = {|SCORE201:layers[at]|}.call(h); at = (at + 1) % 4; return y; }")]
    [InlineData(Layers + "private int at; public void Next() => at++; private Tensor Block(Tensor h) => {|SCORE201:layers[at]|}.call(h);")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 0; i < 4; i++) { h = {|SCORE201:layers[i]|}.call(h).tanh(); } return h; }")]
    [InlineData("private readonly ModuleDict<Linear> byStep = new(); private Tensor Block(Tensor h, [ScoreStep] int step) => {|SCORE201:byStep[$\"step{step}\"]|}.call(h);")]
    public Task ByDepth(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE201")]
    [InlineData(Layers + "private Tensor Block(Tensor h) => layers[0].call(h) * layers[1].call(h).sigmoid();")]
    [InlineData(Layers + "private int task; public void Choose(int number) => task = number; private Tensor Block(Tensor h) => layers[task].call(h);")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { var sum = zeros_like(h); for (var i = 0; i < 4; i++) { sum = sum + layers[i].call(h); } return sum; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 0; i < 3; i++) { h = layers[i].call(h).tanh(); } return h; }")]
    [InlineData("private readonly float[] scales = [1, 2, 3, 4]; private Tensor Block(Tensor h, [ScoreStep] int step) => down.call(up.call(h)) * scales[step];")]
    public Task BySomethingElse(string members) => Verify.Silent(Encoder(members));
}
