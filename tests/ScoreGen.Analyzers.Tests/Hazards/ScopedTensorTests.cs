using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class ScopedTensorTests
{
    [Theory, Fires("SCORE311")]
    [InlineData("private Tensor? mask; private Tensor Block(Tensor h) { mask ??= {|SCORE311:ones(8, 8).tril()|}; return down.call(up.call(h.matmul(mask))); }")]
    [InlineData("private Tensor? mask; private Tensor Block(Tensor h) { if (mask is null) { mask = {|SCORE311:Build(8)|}; } return down.call(up.call(h.matmul(mask))); } private static Tensor Build(long n) { var square = ones(n, n); return square.triu(); }")]
    [InlineData("public Tensor? Attention { get; private set; } private Tensor Block(Tensor h) { var a = h.softmax(-1); Attention = {|SCORE311:a|}; return down.call(up.call(a * h)); }")]
    [InlineData("private readonly Dictionary<long, Tensor> tables = []; private Tensor Block(Tensor h) { if (!tables.TryGetValue(8, out var table)) { table = arange(8).cos(); tables[8] = {|SCORE311:table|}; } return down.call(up.call(h * table)); }")]
    [InlineData("private readonly List<Tensor> history = []; private Tensor Block(Tensor h) { history.Add({|SCORE311:h.detach()|}); return down.call(up.call(h)); }")]
    public Task ItDiesWithTheStep(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE311")]
    [InlineData("private Tensor? mask; private Tensor Block(Tensor h) { mask ??= ones(8, 8).tril().DetachFromDisposeScope(); return down.call(up.call(h.matmul(mask))); }")]
    [InlineData("private Tensor? mask; private Tensor Block(Tensor h) { if (mask is null) { var m = ones(8, 8); m.DetachFromDisposeScope(); mask = m; } return down.call(up.call(h.matmul(mask))); }")]
    [InlineData("private Tensor? mask; private Tensor Block(Tensor h) { if (mask is null) { mask = ones(8, 8); mask.DetachFromDisposeScope(); } return down.call(up.call(h.matmul(mask))); }")]
    [InlineData("private readonly Tensor mask = ones(8, 8).tril(); private Tensor Block(Tensor h) => down.call(up.call(h.matmul(mask)));")]
    [InlineData("private Tensor? wide; private Tensor Block(Tensor h) { wide = up.call(h); return Narrow(); } private Tensor Narrow() => down.call(wide!);")]
    [InlineData("private Tensor Block(Tensor h) { var parts = new List<Tensor>(); parts.Add(up.call(h)); return down.call(cat(parts, 0)); }")]
    [InlineData("private Tensor? mask; private Tensor Mask { get => mask!; set => mask = value.DetachFromDisposeScope(); } private Tensor Block(Tensor h) { if (mask is null) { Mask = ones(8, 8); } return down.call(up.call(h.matmul(Mask))); }")]
    public Task ItIsTakenOutOrNotKept(string members) => Verify.Silent(Encoder(members));
}
