namespace ScoreGen.Generator.Tests;

/// <summary>The analyzers follow a block alike in every compiler: each draws the flow graph of a method itself.</summary>
public class AnalyzerFlowTests
{
    [Theory]
    [InlineData("Tensor prev = zeros(2), cur = zeros(2); for (var i = 0; i < 3; i++) { prev.{|SCORE301:add_(1)|}; prev = cur; cur = h; }")]
    [InlineData("var t = h.clone(); foreach (var kind in kinds) { switch (kind) { case 0: t = h; continue; default: t = h.clone(); break; } t.add_(1); }")]
    [InlineData("var t = h.clone(); foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i))) { if (kind == i) { t = h; break; } t.add_(1); } t.{|SCORE301:mul_(2)|};")]
    [InlineData("var t = h.clone(); try { t = h; return t.tanh(); } catch (InvalidOperationException) { t.{|SCORE301:add_(1)|}; } finally { t.{|SCORE301:mul_(2)|}; }")]
    [InlineData("using ({|SCORE304:no_grad()|}) { return h.tanh(); }")]
    [InlineData("Tensor g; using (no_grad()) { g = h.sigmoid(); } h = h * g; lock (kinds) { h = h.tanh(); }")]
    [InlineData("using var same = {|SCORE302:h|};")]
    [InlineData("var k = h.relu(); var same = kinds.Length > 1 ? k : h; if (!ReferenceEquals(same, h)) { same.Dispose(); }")]
    [InlineData("Tensor? t = null; t ??= kinds.Length > 1 && kinds[0] > 0 ? h : h.clone(); (t, var other) = (h.clone(), t); t.add_(1); other.{|SCORE301:mul_(2)|};")]
    [InlineData("Tensor[] all = new[] { h.clone(), h }; foreach (var t in all) { t?.{|SCORE301:add_(1)|}; }")]
    [InlineData("object o = kinds is [0, ..] ? h : 1; if (o is Tensor { IsInvalid: false } t && t.dim() > 1) { t.{|SCORE301:add_(1)|}; }")]
    [InlineData("again: var t = h.clone(); t.add_(1); if (t.dim() > 2) { goto again; } t = h; t.{|SCORE301:mul_(2)|};")]
    [InlineData("var t = kinds.Aggregate(h, (x, kind) => kind switch { 0 => x, _ => x.clone() }); t.{|SCORE301:add_(1)|};")]
    public Task A_block_of_these_statements(string statements)
        => JudgedBlock.Warns($"private Tensor Block(Tensor h) {{ {statements} return down.call(up.call(h)); }}");

    [Theory]
    [InlineData("private Linear? late; private Linear Late => late ??= {|SCORE205:Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear? late; [ScoreBlock] private Linear Late => late ??= {|SCORE205:Linear(8, 8)|};")]
    [InlineData("[ScoreBlock] private Linear Fresh => {|SCORE202:Linear(8, 8)|};")]
    [InlineData("[ScoreBlock] private partial Tensor Step(Tensor h); private partial Tensor Step(Tensor x) => down.call(up.call(x.{|SCORE301:relu_()|}));")]
    [InlineData("private Tensor Block(Tensor h) => h.shape[0] > 1 ? down.call(up.call(h)) : up.call(h);")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE303:h.shape[0] > 1 ? up.call(h) : up.call(h.tanh())|};")]
    public Task A_class_with_these_members(string members)
        => JudgedBlock.Warns(members);
}
