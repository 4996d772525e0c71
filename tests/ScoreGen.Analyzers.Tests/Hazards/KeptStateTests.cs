using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class KeptStateTests
{
    [Theory, Fires("SCORE310")]
    [InlineData("private Tensor? last; public Tensor? Last => last; private Tensor Block(Tensor h) { {|SCORE310:last|} = h; return down.call(up.call(h)); }")]
    [InlineData("public Tensor? Last { get; private set; } private Tensor Block(Tensor h) { var g = h; {|SCORE310:this.Last|} = g; return down.call(up.call(h)); }")]
    [InlineData("private readonly List<Tensor> seen = []; private Tensor Block(Tensor h) { {|SCORE310:seen|}.Add(h); return down.call(up.call(h)); }")]
    [InlineData("private Tensor? last; private Tensor Block(Tensor h) { Remember(h); return down.call(up.call(h)); } private void Remember(Tensor x) => {|SCORE310:last|} = x; public Tensor? Last() => last;")]
    [InlineData("private static Tensor? last; private Tensor Block(Tensor h) { {|SCORE310:last|} ??= h; return down.call(up.call(h - last)); }")]
    public Task InAField(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE310")]
    [InlineData("private Tensor? last; public Tensor? Last => last; private Tensor Block(Tensor h) { last = h.clone().DetachFromDisposeScope(); return down.call(up.call(h)); }")]
    [InlineData("private float last; public float Last => last; private Tensor Block(Tensor h) { last = h.shape[0]; return down.call(up.call(h)); }")]
    [InlineData("private Tensor? current; private Tensor Block(Tensor h) { current = h; return Apply(); } private Tensor Apply() => down.call(up.call(current!));")]
    [InlineData("private Tensor Block(Tensor h) { var seen = new List<Tensor>(); seen.Add(h); return down.call(up.call(seen[0])); }")]
    public Task ACopyOrWithinTheEvaluation(string members) => Verify.Silent(Encoder(members));
}
