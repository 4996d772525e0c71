using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class StackedWeightsTests
{
    private const string Four = "private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8)); ";

    [Theory, Fires("SCORE203")]
    [InlineData(Four + "private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.{|SCORE203:call(h)|}.tanh(); } return h; }")]
    [InlineData(Four + "private Tensor Block(Tensor h) => layers[3].call(layers[2].call(layers[1].call(layers[0].{|SCORE203:call(h)|})));")]
    [InlineData(Four + "private Tensor Block(Tensor h) { var y = h; foreach (var layer in layers) { y = Apply(layer, y); } return y; } private static Tensor Apply(Linear layer, Tensor x) => layer.{|SCORE203:call(x)|}.relu();")]
    [InlineData(Four + "private Tensor Block(Tensor h) => layers.Aggregate(h, (x, layer) => layer.{|SCORE203:call(x)|}.tanh());")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), ReLU(), Linear(8, 8), ReLU(), Linear(8, 8), ReLU(), Linear(8, 8)); private Tensor Block(Tensor h) => net.{|SCORE203:call(h)|};")]
    [InlineData("private readonly ModuleList<Module<Tensor, Tensor>> layers = ModuleList(Enumerable.Range(0, 4).Select(_ => (Module<Tensor, Tensor>)Linear(8, 8)).ToArray()); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.{|SCORE203:call(h)|}; } return h; }")]
    public Task AsManyAsSteps(string members) => Verify.Diagnostics(Encoder(members));

    [Fact, Fires("SCORE203")]
    public Task FilledByALoopInTheConstructor() => Verify.Diagnostics(Encoder(
        "private const int Count = 4; private readonly ModuleList<Linear> layers = new(); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.{|SCORE203:call(h)|}; } return h; }",
        "for (var i = 0; i < Count; i++) { layers.Add(Linear(8, 8)); }"));

    [Theory, Fires("SCORE203")]
    [InlineData("for (var i = 0; i < 4; i++) { layers.append(Linear(8, 8)); }")]
    [InlineData("foreach (var i in Enumerable.Range(0, 4)) { layers.Add(Linear(8, 8)); }")]
    [InlineData("foreach (var name in new[] { \"a\", \"b\", \"c\", \"d\" }) { layers.Add(Linear(8, 8)); }")]
    [InlineData("layers.Add(Linear(8, 8)); for (var i = 1; i <= 3; i++) { layers.Insert(0, Linear(8, 8)); }")]
    [InlineData("layers.extend(Enumerable.Range(0, 4).Select(_ => Linear(8, 8)));")]
    public Task FilledInManyWays(string constructor) => Verify.Diagnostics(Encoder(
        "private readonly ModuleList<Linear> layers = new(); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.{|SCORE203:call(h)|}; } return h; }",
        constructor));

    [Theory, NearMiss("SCORE203")]
    [InlineData("for (var i = 0; i < 4; i++) { if (i == 2) { continue; } layers.Add(Linear(8, 8)); }")]
    [InlineData("for (var i = 0; i < 4; i++) { if (i < 2) { layers.Add(Linear(8, 8)); } }")]
    [InlineData("foreach (var i in Enumerable.Range(0, 5)) { layers.Add(Linear(8, 8)); }")]
    [InlineData("layers.Add(Linear(8, 8)); layers.Add(Linear(8, 8)); layers.Add(Linear(8, 8)); new List<int> { 1 }.ForEach(_ => layers.Add(Linear(8, 8)));")]
    public Task FilledWithAnotherNumber(string constructor) => Verify.Silent(Encoder(
        "private readonly ModuleList<Linear> layers = new(); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.call(h); } return h; }",
        constructor));

    [Theory, NearMiss("SCORE203")]
    [InlineData(Four + "private Tensor Block(Tensor h) { var heads = new List<Tensor>(); foreach (var layer in layers) { heads.Add(layer.call(h)); } return stack(heads).sum(0); }")]
    [InlineData("private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8)); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.call(h); } return h; }")]
    [InlineData("private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 16), Linear(16, 32), Linear(32, 16), Linear(16, 8)); private Tensor Block(Tensor h) { foreach (var layer in layers) { h = layer.call(h); } return h; }")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), GELU(), Linear(8, 8)); private Tensor Block(Tensor h) => net.call(h);")]
    [InlineData(Four + "private Tensor Block(Tensor h) => layers[0].call(h) + layers[1].call(h) + layers[2].call(h) + layers[3].call(h);")]
    [InlineData("private readonly ModuleList<Module<Tensor, Tensor>> layers = ModuleList<Module<Tensor, Tensor>>(ReLU(), ReLU(), ReLU(), ReLU()); private Tensor Block(Tensor h) { h = down.call(up.call(h)); foreach (var layer in layers) { h = layer.call(h); } return h; }")]
    public Task NotAStackOfSteps(string members) => Verify.Silent(Encoder(members));

    [Fact, NearMiss("SCORE203")]
    public Task AnMlpOfTwoEqualLayersWithTwoSteps() => Verify.Silent(Encoder(
        "private readonly Sequential net = Sequential(Linear(8, 8), GELU(), Linear(8, 8)); private Tensor Block(Tensor h) => net.call(h);",
        settings: "Steps = 2"));
}
