using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Flow;

/// <summary>Where a tensor goes along the ways through a block. The change in place of SCORE301 shows whether the state came there.</summary>
public class ControlFlowTests
{
    private const string Change = "{|SCORE301:add_(1)|}";

    [Theory]
    [InlineData("Tensor prev = zeros(2), cur = zeros(2); for (var i = 0; i < 3; i++) { prev." + Change + "; prev = cur; cur = h; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2), c = zeros(2); while (a.dim() > 0) { a." + Change + "; a = b; b = c; c = h; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2), c = zeros(2); do { a." + Change + "; a = b; b = c; c = h; } while (a.dim() > 0);")]
    [InlineData("Tensor a = zeros(2), b = zeros(2), c = zeros(2); foreach (var kind in kinds) { a." + Change + "; a = b; b = c; c = h; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2); for (var i = 0; i < 2; i++) { for (var j = 0; j < 2; j++) { a." + Change + "; a = b; } b = h; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2); for (var i = 0; i < 3; i++) { a = Step(a, b); b = h; } Tensor Step(Tensor x, Tensor y) { x." + Change + "; return y; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2); again: a." + Change + "; a = b; b = h; if (a.dim() > 1) { goto again; }")]
    [InlineData("Tensor a = zeros(2), b = zeros(2), c = zeros(2); foreach (var x in kinds.Select(kind => { a." + Change + "; a = b; b = c; c = h; return kind; })) { }")]
    public Task ItTakesSeveralRounds(string statements) => Verify.Diagnostics(Block(statements));

    [Theory]
    [InlineData("foreach (var kind in kinds) { switch (kind) { case 0: t = h; continue; default: t = h.clone(); break; } t.add_(1); }")]
    [InlineData("foreach (var kind in kinds) { switch (kind) { case 0: t = h; break; default: t = h.clone(); break; } t." + Change + "; }")]
    [InlineData("foreach (var kind in kinds) { if (kind == 0) { t = h; break; } t.add_(1); }")]
    [InlineData("foreach (var kind in kinds) { if (kind == 0) { t = h; continue; } t." + Change + "; }")]
    [InlineData("foreach (var kind in kinds) { if (kind == 0) { t = h; continue; } t = h.clone(); t.add_(1); }")]
    [InlineData("for (var i = 0; i < 2; i++) { for (var j = 0; j < 2; j++) { if (j == 1) { t = h; break; } } t." + Change + "; t = h.clone(); }")]
    [InlineData("while (true) { if (kinds.Length > 2) { t = h; break; } t = h.clone(); t.add_(1); } t." + Change + ";")]
    [InlineData("for (; ; ) { if (kinds.Length > 2) { t = h; return t.tanh(); } t.add_(1); }")]
    [InlineData("var i = 0; do { if (i++ == 1) { continue; } t = h; } while (i < 3 && t." + Change + ".dim() > 0);")]
    public Task BreakAndContinueLeaveWhatIsTheirs(string statements) => Verify.Diagnostics(Block("var t = h.clone(); " + statements));

    [Theory]
    [InlineData("switch (kinds[0]) { case 0: t = h; goto case 1; case 1: t." + Change + "; break; default: t.add_(1); break; }")]
    [InlineData("switch (kinds[0]) { case 0: t = h; break; case 1: t = h; return t.tanh(); } t." + Change + ";")]
    [InlineData("switch (kinds[0]) { case 0: t = h; return t.tanh(); case 1: t = h; throw new InvalidOperationException(); } t.add_(1);")]
    [InlineData("switch (kinds[0]) { case > 2 and < 5: t = h; break; case 5 when Ready(t = h): break; } t." + Change + "; bool Ready(Tensor x) => true;")]
    [InlineData("if (kinds is [0, .. var rest] && rest.Length > 1) { t = h; } t." + Change + ";")]
    [InlineData("object o = t; if (o is Tensor same) { same.add_(1); } o = h; if (o is Tensor { IsInvalid: false } state) { state." + Change + "; }")]
    [InlineData("if (kinds.Length > 3) { goto changed; } t.add_(1); return t; changed: t = h; t." + Change + ";")]
    [InlineData("t = kinds.Length switch { 0 => h, 1 => h.clone(), _ => throw new InvalidOperationException() }; t." + Change + ";")]
    [InlineData("t = kinds.Length switch { 0 => h.relu(), _ => h.clone() }; t.add_(1);")]
    public Task CasesAndLabels(string statements) => Verify.Diagnostics(Block("var t = h.clone(); " + statements));

    [Theory]
    [InlineData("try { t = h; t = Risky(t); } catch (InvalidOperationException) { t." + Change + "; } Tensor Risky(Tensor x) => x.clone();")]
    [InlineData("try { t = h; } finally { t." + Change + "; }")]
    [InlineData("try { t = h; t = h.clone(); } finally { t.add_(1); }")]
    [InlineData("try { if (kinds.Length > 2) { t = h; return t.tanh(); } } finally { t." + Change + "; } t.add_(1);")]
    [InlineData("try { try { t = h; } finally { t = t.clone(); } } finally { t.add_(1); } t.add_(1);")]
    [InlineData("try { t.add_(1); } catch (Exception e) when (e.Message.Length > (t = h).dim()) { t." + Change + "; }")]
    [InlineData("foreach (var kind in kinds) { try { if (kind == 0) { t = h; continue; } t = h.clone(); } finally { kinds[0] = 1; } t.add_(1); }")]
    [InlineData("foreach (var kind in kinds) { try { if (kind == 0) { t = h; break; } } finally { kinds[0] = 1; } t.add_(1); } t." + Change + ";")]
    [InlineData("lock (kinds) { t = h; } t." + Change + ";")]
    [InlineData("using (var scope = NewDisposeScope()) { t = h; } t." + Change + ";")]
    [InlineData("using var scope = NewDisposeScope(); if (kinds.Length > 2) { t = h; return t.tanh(); } t.add_(1);")]
    public Task GuardedCode(string statements) => Verify.Diagnostics(Block("var t = h.clone(); " + statements));

    [Theory]
    [InlineData("Tensor? none = null; var t = none ?? h; t." + Change + ";")]
    [InlineData("Tensor? t = null; t ??= h; t." + Change + ";")]
    [InlineData("Tensor? t = null; t ??= h.clone(); t.add_(1);")]
    [InlineData("var t = kinds.Length > 1 && kinds[0] > 0 ? h : h.clone(); t." + Change + ";")]
    [InlineData("Tensor[]? all = [h, h.clone()]; var t = all?[0]; t?." + Change + ";")]
    [InlineData("var (a, b) = kinds.Length > 1 ? (h.clone(), h) : (h.clone(), h.clone()); a.add_(1); b." + Change + ";")]
    [InlineData("Tensor a = h.clone(), b = h; (a, b) = (b, a); b.add_(1); a." + Change + ";")]
    [InlineData("var t = h.clone(); Put(ref t, out var u); u." + Change + "; t." + Change + "; void Put(ref Tensor x, out Tensor y) { x.add_(1); x = h; y = x; }")]
    [InlineData("foreach (var (name, t) in new Dictionary<string, Tensor> { [\"a\"] = h }) { t." + Change + "; }")]
    [InlineData("var t = Later(h).GetAwaiter().GetResult(); t." + Change + "; async System.Threading.Tasks.Task<Tensor> Later(Tensor x) { await System.Threading.Tasks.Task.Yield(); return x; }")]
    [InlineData("var t = Outer(h).Result; t.add_(1); async System.Threading.Tasks.Task<Tensor> Outer(Tensor x) { var y = await Inner(x); y." + Change + "; return y.clone(); } async System.Threading.Tasks.Task<Tensor> Inner(Tensor x) { await System.Threading.Tasks.Task.Yield(); return x; }")]
    [InlineData("foreach (var t in All()) { t." + Change + "; } IEnumerable<Tensor> All() { yield return h.clone(); yield return h; }")]
    public Task PartsOfExpressions(string statements) => Verify.Diagnostics(Block(statements));

    private static string Block(string statements) => Encoder(
        $$"""
        private readonly int[] kinds = [0, 1];

        private Tensor Block(Tensor h)
        {
            {{statements}}
            return down.call(up.call(h));
        }
        """);
}
