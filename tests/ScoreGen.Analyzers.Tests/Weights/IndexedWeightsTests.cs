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
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 0; i < layers.Count; i++) { h = {|SCORE201:layers[i]|}.call(h).tanh(); } return h; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 3; i >= 0; i--) { h = {|SCORE201:layers[i]|}.call(h).tanh(); } return h; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 4; i > 0; i--) { h = {|SCORE201:layers[i - 1]|}.call(h).tanh(); } return h; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 1; i <= 4; i++) { h = {|SCORE201:layers[i - 1]|}.call(h).tanh(); } return h; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { foreach (var i in Enumerable.Range(0, 4)) { h = {|SCORE201:layers[i]|}.call(h).tanh(); } return h; }")]
    [InlineData("private readonly ModuleDict<Linear> byStep = new(); private Tensor Block(Tensor h, [ScoreStep] int step) => {|SCORE201:byStep[$\"step{step}\"]|}.call(h);")]
    public Task ByDepth(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, Fires("SCORE201")]
    [InlineData("for (var i = 0; i < 4; i++) { layers.Add(Linear(8, 8)); }")]
    [InlineData("for (var i = 0; i < 4; i++) { layers.append(Linear(8, 8)); }")]
    [InlineData("for (var i = 0; i < 2; i++) { for (var j = 0; j < 2; j++) { this.layers.Add(Linear(8, 8)); } }")]
    [InlineData("foreach (var i in Enumerable.Range(0, 4)) { layers.Add(Linear(8, 8)); }")]
    [InlineData("var i = 0; while (i++ < 4) { layers.Add(Linear(8, 8)); }")]
    [InlineData("var i = 0; do { layers.Add(Linear(8, 8)); } while (++i < 4);")]
    [InlineData("Enumerable.Range(0, 4).ToList().ForEach(_ => layers.Add(Linear(8, 8)));")]
    [InlineData("layers.extend(Enumerable.Range(0, 4).Select(_ => Linear(8, 8)));")]
    [InlineData("Fill(); void Fill() { for (var i = 0; i < 4; i++) { layers.Insert(0, Linear(8, 8)); } }")]
    [InlineData("var list = layers; for (var i = 0; i < 4; i++) { list.Add(Linear(8, 8)); }")]
    public Task FilledInTheConstructor(string constructor) => Verify.Diagnostics(Encoder(
        "private readonly ModuleList<Linear> layers = new(); private Tensor Block(Tensor h, [ScoreStep] int step) => {|SCORE201:layers[step]|}.call(h);",
        constructor));

    [Theory, NearMiss("SCORE201")]
    [InlineData("for (var i = 0; i < 4; i++) { layers.Add(ReLU()); }")]
    [InlineData("for (var i = 0; i < 4; i++) { layers.append(i % 2 == 0 ? ReLU() : GELU()); }")]
    public Task FilledWithoutWeights(string constructor) => Verify.Silent(Encoder(
        "private readonly ModuleList<Module<Tensor, Tensor>> layers = new(); private Tensor Block(Tensor h, [ScoreStep] int step) => layers[step].call(down.call(up.call(h)));",
        constructor));

    [Theory, NearMiss("SCORE201")]
    [InlineData(Layers + "private Tensor Block(Tensor h) => layers[0].call(h) * layers[1].call(h).sigmoid();")]
    [InlineData(Layers + "private int task; public void Choose(int number) => task = number; private Tensor Block(Tensor h) => layers[task].call(h);")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { var sum = zeros_like(h); for (var i = 0; i < 4; i++) { sum = sum + layers[i].call(h); } return sum; }")]
    [InlineData(Layers + "private Tensor Block(Tensor h) { for (var i = 0; i < 3; i++) { h = layers[i].call(h).tanh(); } return h; }")]
    [InlineData("private readonly float[] scales = [1, 2, 3, 4]; private Tensor Block(Tensor h, [ScoreStep] int step) => down.call(up.call(h)) * scales[step];")]
    public Task BySomethingElse(string members) => Verify.Silent(Encoder(members));
}
