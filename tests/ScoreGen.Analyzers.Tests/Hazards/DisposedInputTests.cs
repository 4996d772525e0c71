using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class DisposedInputTests
{
    [Theory, Fires("SCORE302")]
    [InlineData("private Tensor Block(Tensor h) { var y = down.call(up.call(h)); h.{|SCORE302:Dispose()|}; return y; }")]
    [InlineData("private Tensor Block(Tensor h) { using var g = {|SCORE302:h|}; return down.call(up.call(g)); }")]
    [InlineData("private Tensor Block(Tensor h) { using ({|SCORE302:h|}) { return down.call(up.call(h)); } }")]
    [InlineData("private Tensor Block(Tensor h) { using var wide = {|SCORE302:Wide(h)|}; return down.call(up.call(wide)); } private static Tensor Wide(Tensor x) => x.dim() > 1 ? x : x.unsqueeze(0);")]
    [InlineData("private Tensor Block(Tensor h) { Free(h); return down.call(up.call(h)); } private static void Free(Tensor x) => x?.{|SCORE302:Dispose()|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.to(float32, {|SCORE302:disposeAfter: true|})));")]
    public Task TheState(string members) => Verify.Diagnostics(Encoder(members));

    [Fact, Fires("SCORE302")]
    public Task AContext() => Verify.Diagnostics(WithContext(
        "private Tensor Block(Tensor h, Tensor mask) { var y = down.call(up.call(h * mask)); mask.{|SCORE302:Dispose()|}; return y; }"));

    [Theory, NearMiss("SCORE302")]
    [InlineData("private Tensor Block(Tensor h) { using var y = up.call(h); return down.call(y); }")]
    [InlineData("private Tensor Block(Tensor h) { using var flat = h.view(-1, 8); return down.call(up.call(flat)); }")]
    [InlineData("private Tensor Block(Tensor h) { using var scope = NewDisposeScope(); return down.call(up.call(h)).MoveToOuterDisposeScope(); }")]
    [InlineData("private Tensor Block(Tensor h) { var y = Maybe(h); var z = down.call(up.call(y)); if (!ReferenceEquals(y, h)) { y.Dispose(); } return z; } private Tensor Maybe(Tensor x) => training ? x : x * 2;")]
    [InlineData("private Tensor Block(Tensor h) { var g = h; g = up.call(g); var y = down.call(g); g.Dispose(); return y; }")]
    public Task WhatTheBlockMade(string members) => Verify.Silent(Encoder(members));
}
