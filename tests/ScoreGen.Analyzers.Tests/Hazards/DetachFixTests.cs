using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class DetachFixTests
{
    private const string Title = "Take it out of the dispose scope";

    [Theory]
    [InlineData("mask ??= {|SCORE311:ones(8, 8).tril()|};", "mask ??= ones(8, 8).tril().DetachFromDisposeScope();")]
    [InlineData("if (mask is null) { mask = {|SCORE311:ones(8, 8) * 2|}; }", "if (mask is null) { mask = (ones(8, 8) * 2).DetachFromDisposeScope(); }")]
    [InlineData("if (mask is null) { var m = ones(8, 8); mask = {|SCORE311:m|}; }", "if (mask is null) { var m = ones(8, 8); mask = m.DetachFromDisposeScope(); }")]
    public Task AKeptTensor(string before, string after) => Verify.Fix(With(before), With(after), Title);

    [Fact]
    public Task AllAtOnce() => Verify.FixAll(
        With("mask ??= {|SCORE311:ones(8, 8)|}; other ??= {|SCORE311:zeros(8)|};"),
        With("mask ??= ones(8, 8).DetachFromDisposeScope(); other ??= zeros(8).DetachFromDisposeScope();"),
        Title);

    private static string With(string statement)
        => Encoder($"private Tensor? mask, other; private Tensor Block(Tensor h) {{ {statement} return down.call(up.call(h.matmul(mask) + (other ?? h))); }}");
}
