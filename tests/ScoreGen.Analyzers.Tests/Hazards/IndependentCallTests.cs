using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class IndependentCallTests
{
    [Theory, Fires("SCORE307")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h) * up.{|SCORE307:call(x)|});")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) { var key = x.tanh(); var wide = up.{|SCORE307:call(key)|}; return down.call(up.call(h) + wide); }")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h) * Gate(x)); private Tensor Gate(Tensor y) => up.{|SCORE307:forward(y)|}.sigmoid();")]
    [InlineData("private readonly Embedding places = Embedding(10, 8); private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h + places.{|SCORE307:call(arange(h.shape[0]))|} * x));")]
    public Task OfTheContextAlone(string members) => Verify.Diagnostics(WithContext(members));

    [Theory, NearMiss("SCORE307")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h) * up.call(h * x));")]
    [InlineData("private Tensor Block(Tensor h, Tensor x, [ScoreStep] int step) => down.call(up.call(h) * up.call(x * step));")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h) * up.call(x + randn_like(x)));")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(Wide(h) * Wide(h * x)); private Tensor Wide(Tensor y) => up.call(y);")]
    [InlineData("private readonly Dropout drop = Dropout(0); private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h * drop.call(x)));")]
    public Task OfSomethingThatVaries(string members) => Verify.Silent(WithContext(members));

    [Fact, NearMiss("SCORE307")]
    public Task WithOneEvaluationNothingIsRepeated() => Verify.Silent(
        WithContext("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h) * up.call(x));", settings: "Steps = 1, Dt = 0.5"));
}
