using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class OutOfPlaceFixTests
{
    private const string Title = "Use the out-of-place form";

    [Theory]
    [InlineData("down.call(up.call(h.{|SCORE301:relu_()|}))", "down.call(up.call(h.relu()))")]
    [InlineData("down.call(up.call(h.{|SCORE301:add_(1)|}))", "down.call(up.call(h.add(1)))")]
    [InlineData("down.call(up.call(h?.{|SCORE301:add_(1)|}!))", "down.call(up.call(h?.add(1)!))")]
    [InlineData("down.call(up.call(h.{|SCORE301:fill_(1)|}))", "down.call(up.call(h.clone().fill_(1)))")]
    [InlineData("down.call(up.call({|SCORE301:abs_(h)|}))", "down.call(up.call(abs(h)))")]
    [InlineData("down.call(up.call(functional.{|SCORE301:relu(h, inplace: true)|}))", "down.call(up.call(functional.relu(h, inplace: false)))")]
    [InlineData("down.call(up.call(h.view(-1, 8).{|SCORE301:mul_(0.5)|}))", "down.call(up.call(h.view(-1, 8).mul(0.5)))")]
    public Task InAnExpression(string before, string after)
        => Verify.Fix(Encoder($"private Tensor Block(Tensor h) => {before};"), Encoder($"private Tensor Block(Tensor h) => {after};"), Title);

    [Theory]
    [InlineData("h.{|SCORE301:add_(1)|};", "h = h.add(1);")]
    [InlineData("h.{|SCORE301:zero_()|};", "h = h.clone().zero_();")]
    [InlineData("{|SCORE301:abs_(h)|};", "h = abs(h);")]
    [InlineData("var g = h; g.{|SCORE301:mul_(2)|}; h = g;", "var g = h; g = g.mul(2); h = g;")]
    [InlineData("functional.{|SCORE301:relu(h, inplace: true)|};", "h = functional.relu(h, inplace: false);")]
    public Task AsAStatement(string before, string after)
        => Verify.Fix(Encoder(Body(before)), Encoder(Body(after)), Title);

    [Fact]
    public Task AnElementOfACopy() => Verify.Fix(
        Encoder("private Tensor Block(Tensor h)\n    {\n        {|SCORE301:h[0]|} = 0;\n        return down.call(up.call(h));\n    }"),
        Encoder("private Tensor Block(Tensor h)\n    {\n        h = h.clone();\n        h[0] = 0;\n        return down.call(up.call(h));\n    }"),
        Title);

    [Fact]
    public Task TheLineEndsOfTheFileAndTheCommentOnce() => Verify.Fix(
        Encoder("private Tensor Block(Tensor h)\n    {\n        // The first row.\n        {|SCORE301:h[0]|} = 0;\n        return down.call(up.call(h));\n    }").ReplaceLineEndings("\r\n"),
        Encoder("private Tensor Block(Tensor h)\n    {\n        // The first row.\n        h = h.clone();\n        h[0] = 0;\n        return down.call(up.call(h));\n    }").ReplaceLineEndings("\r\n"),
        Title);

    [Fact]
    public Task AnElementOnALineWithOthers()
        => Verify.Fix(Encoder(Body("var y = h; {|SCORE301:y[0]|} = 0; h = y;")), Encoder(Body("var y = h; y = y.clone(); y[0] = 0; h = y;")), Title);

    [Fact]
    public Task WhereTheModuleIsMade() => Verify.Fix(
        Encoder("private readonly ReLU relu = ReLU(inplace: true); private Tensor Block(Tensor h) => down.call(up.call(relu.{|SCORE301:call(h)|}));"),
        Encoder("private readonly ReLU relu = ReLU(inplace: false); private Tensor Block(Tensor h) => down.call(up.call(relu.call(h)));"),
        Title);

    [Fact]
    public Task WhereTheModuleIsMadeForAllItsCalls() => Verify.FixAll(
        Encoder("private readonly ReLU relu = ReLU(inplace: true); private Tensor Block(Tensor h) => down.call(up.call(relu.{|SCORE301:call(h)|} + relu.{|SCORE301:call(h.view(-1, 8))|}));"),
        Encoder("private readonly ReLU relu = ReLU(inplace: false); private Tensor Block(Tensor h) => down.call(up.call(relu.call(h) + relu.call(h.view(-1, 8))));"),
        Title);

    [Fact]
    public async Task NoFixForASwitchThatIsNoLiteral()
        => Assert.Empty(await Verify.OfferedFixes(Encoder("private const bool InPlace = true; private readonly ReLU relu = ReLU(InPlace); private Tensor Block(Tensor h) => down.call(up.call(relu.{|SCORE301:call(h)|}));")));

    [Fact]
    public Task AllAtOnce() => Verify.FixAll(
        Encoder(Body("h.{|SCORE301:add_(1)|}; var g = h; g.{|SCORE301:mul_(2)|}; var y = g.{|SCORE301:tanh_()|}.{|SCORE301:relu_()|}; h = y;")),
        Encoder(Body("h = h.add(1); var g = h; g = g.mul(2); var y = g.tanh().relu(); h = y;")),
        Title,
        oneByOne: Encoder(Body("h = h.add(1); var g = h; g.mul_(2); var y = g.tanh_().relu_(); h = y;")));

    [Theory]
    [InlineData("h.view(-1, 8).{|SCORE301:add_(1)|};")]
    [InlineData("foreach (var row in h.chunk(2, 0)) { row.{|SCORE301:add_(1)|}; }")]
    [InlineData("h?.{|SCORE301:add_(1)|};")]
    [InlineData("h?.{|SCORE301:add_(1)|}.dim();")]
    [InlineData("var y = h?.{|SCORE301:fill_(1)|};")]
    public async Task NoFixWhereTheChangeWouldBeLost(string statement)
        => Assert.Empty(await Verify.OfferedFixes(Encoder(Body(statement))));

    private static string Body(string statements) => $"private Tensor Block(Tensor h) {{ {statements} return down.call(up.call(h)); }}";
}
