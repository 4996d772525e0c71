using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class ToggledWeightsTests
{
    private const string Pair = "internal readonly Linear even = Linear(8, 8), odd = Linear(8, 8); ";

    [Theory, Fires("SCORE204")]
    [InlineData(Pair + "private int count; private Tensor Block(Tensor h) { count++; return {|SCORE204:count % 2 == 0|} ? even.call(h) : odd.call(h); }")]
    [InlineData(Pair + "private bool flip; private Tensor Block(Tensor h) { flip = !flip; if ({|SCORE204:flip|}) { return even.call(h); } return odd.call(h); }")]
    [InlineData(Pair + "private bool flip; private Tensor Block(Tensor h) { var y = {|SCORE204:(flip ? even : odd)|}.call(h); flip = !flip; return y; }")]
    [InlineData(Pair + "private int count; private Tensor Block(Tensor h) { var y = {|SCORE204:Turn()|} switch { 0 => even.call(h), _ => odd.call(h) }; return y; } private int Turn() => count++ % 2;")]
    [InlineData(Pair + "private Linear active = Linear(8, 8); private Tensor Block(Tensor h) { var y = {|SCORE204:active|}.call(h); active = even; return y; }")]
    [InlineData(Pair + "private int count; private Tensor Block(Tensor h) { h = even.call(h); if ({|SCORE204:count % 2 == 0|}) { h = odd.call(h); } count += 1; return h; }")]
    public Task TheBlockTakesTurns(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE204")]
    [InlineData(Pair + "private Tensor Block(Tensor h) => training ? even.call(h) : odd.call(h);")]
    [InlineData(Pair + "private bool useOdd; public void UseOdd(bool value) => useOdd = value; private Tensor Block(Tensor h) => useOdd ? odd.call(h) : even.call(h);")]
    [InlineData(Pair + "private int calls; public int Calls => calls; private Tensor Block(Tensor h) { calls++; return odd.call(even.call(h)); }")]
    [InlineData(Pair + "private bool ready; private Tensor? scale; private Tensor Block(Tensor h) { if (!ready) { scale = odd.call(h).detach().DetachFromDisposeScope(); ready = true; } return even.call(h) * scale!; }")]
    [InlineData(Pair + "private Tensor? anchor; private Tensor Block(Tensor h) { anchor ??= odd.call(h).detach().DetachFromDisposeScope(); return even.call(h - anchor); }")]
    [InlineData(Pair + "private bool big; private Tensor Block(Tensor h) { big = h.shape[0] > 10; return Go(h); } private Tensor Go(Tensor h) => big ? even.call(h) : odd.call(h);")]
    [InlineData(Pair + "private long width; private Tensor Block(Tensor h) { width = h.shape[^1]; return width > 4 ? odd.call(even.call(h)) : h; }")]
    [InlineData(Pair + "private Tensor Block(Tensor h) => h.shape[0] > 1 ? even.call(h) : odd.call(h);")]
    public Task SomethingElseDecides(string members) => Verify.Silent(Encoder(members));
}
