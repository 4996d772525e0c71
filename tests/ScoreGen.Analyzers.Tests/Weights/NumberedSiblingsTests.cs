using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class NumberedSiblingsTests
{
    private const string Four = "internal readonly Linear fc1 = Linear(8, 8), fc2 = Linear(8, 8), fc3 = Linear(8, 8), fc4 = Linear(8, 8); ";

    [Theory, Fires("SCORE206")]
    [InlineData(Four + "private Tensor Block(Tensor h) => fc4.call(fc3.call(fc2.call(fc1.{|SCORE206:call(h)|})));")]
    [InlineData(Four + "private Tensor Block(Tensor h) { h = fc1.{|SCORE206:call(h)|}.relu(); h = fc2.call(h).relu(); h = fc3.call(h).relu(); return fc4.call(h); }")]
    [InlineData(Four + "private Tensor Block(Tensor h) => Apply(fc4, Apply(fc3, Apply(fc2, Apply(fc1, h)))); private static Tensor Apply(Linear layer, Tensor x) => layer.{|SCORE206:call(x)|}.tanh();")]
    public Task Chained(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE206")]
    [InlineData(Four + "private Tensor Block(Tensor h) => fc1.call(h) + fc2.call(h) + fc3.call(h) + fc4.call(h);")]
    [InlineData(Four + "private Tensor Block(Tensor h) => fc3.call(fc2.call(fc1.call(h)));")]
    [InlineData("private readonly Linear fc1 = Linear(8, 32), fc2 = Linear(32, 8); private Tensor Block(Tensor h) => fc2.call(fc1.call(h));")]
    [InlineData("private readonly Linear fc1 = Linear(8, 16), fc2 = Linear(16, 16), fc3 = Linear(16, 16), fc4 = Linear(16, 8); private Tensor Block(Tensor h) => fc4.call(fc3.call(fc2.call(fc1.call(h))));")]
    public Task NotAStackOfSteps(string members) => Verify.Silent(Encoder(members));
}
