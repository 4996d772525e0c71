using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class OwnSkipTests
{
    [Theory, Fires("SCORE309")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};")]
    [InlineData("private Tensor Block(Tensor h) { var g = h; var y = down.call(up.call(g)); y.add_(g); return {|SCORE309:y|}; }")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE309:Skip(h, down.call(up.call(h)))|}; private static Tensor Skip(Tensor x, Tensor y) => x.add(y, 0.5);")]
    [InlineData("private Tensor Block(Tensor h) { h = h + down.call(up.call(h)); return {|SCORE309:h - down.call(up.call(h))|}; }")]
    [InlineData("private Tensor Block(Tensor h) { if (h.shape[0] > 1) { return {|SCORE309:h + down.call(up.call(h))|}; } return down.call(up.call(h)).add(h); }")]
    public Task APlainSkip(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE309")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) { var z = h.sigmoid(); return (1 - z) * h + z * down.call(up.call(h)); }")]
    [InlineData("private Tensor Block(Tensor h) => 0.5 * h + down.call(up.call(h));")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => functional.layer_norm(h + down.call(up.call(h)), new long[] { 8 });")]
    [InlineData("private Tensor Block(Tensor h) => h.shape[0] > 1 ? h + down.call(up.call(h)) : down.call(up.call(h));")]
    public Task NoPlainSkip(string members) => Verify.Silent(Encoder(members));

    [Theory, Fires("SCORE314")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE314:h + down.call(up.call(h))|};")]
    [InlineData("private Tensor Block(Tensor h) { var y = down.call(up.call(h)); y.add_(h); return {|SCORE314:y|}; }")]
    [InlineData("[ScoreBlock] private readonly Residual {|SCORE314:inner|} = new(); private sealed class Residual : Module<Tensor, Tensor> { private readonly Linear mix = Linear(8, 8); public Residual() : base(\"residual\") => RegisterComponents(); public override Tensor forward(Tensor x) => x + mix.call(x); }")]
    public Task AddedTwice(string members) => Verify.Diagnostics(Encoder(members, settings: "Update = UpdateRule.Residual"));

    [Theory, NearMiss("SCORE314")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) - h;")]
    [InlineData("[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => functional.layer_norm(h + down.call(up.call(h)), new long[] { 8 });")]
    [InlineData("private Tensor Block(Tensor h) => h.shape[0] > 1 ? h + down.call(up.call(h)) : down.call(up.call(h));")]
    public Task AddedOnce(string members) => Verify.Silent(Encoder(members, settings: "Update = UpdateRule.Residual"));

    private const string Skip = "private readonly Linear gate = Linear(8, 8); private Tensor Block(Tensor h) => h + down.call(up.call(h));";

    /// <summary>A gate is the dt of the contractive rule.</summary>
    [Fact, Fires("SCORE309")]
    public async Task UnderAGate()
        => Assert.Contains(
            "each step is h + dt·g(h), a residual network, in which the state does not decay; StripSkip = true alone is another model, whose steps are (1 - dt)·h + dt·g(h)",
            Assert.Single(await Verify.Messages(Encoder(Skip + " [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => gate.call(h).sigmoid();")), message => message.StartsWith("SCORE309", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Theory, NearMiss("SCORE314")]
    [InlineData("[ScoreDt] private (Tensor, Tensor) Gate(Tensor h, Tensor f) { var keep = gate.call(h).sigmoid(); return (keep, 1 - keep); }", "")]
    [InlineData("[ScoreStageWeights] private Tensor Mix(Tensor a, Tensor b) => gate.call(a).sigmoid();", "Integrator = Heun")]
    public Task UnderARuleOfTheUsersOwn(string method, string settings)
        => Verify.Silent(Encoder($"{Skip} {method}", settings: settings), Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Dt = 1", "each step is h + g(h), a plain residual network", "whose steps are g(h)")]
    [InlineData("", "each step is h + 0.25·g(h), a residual network", "whose steps are 0.75·h + 0.25·g(h)")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }", "each step is h + dt·g(h), a residual network", "whose steps are (1 - dt)·h + dt·g(h)")]
    [InlineData("Integrator = Heun", "the steps solve dh/dt = g(h)", "whose steps solve dh/dt = g(h) - h")]
    public async Task TheMessageSaysWhatTheStepIs(string settings, string step, string stripped)
        => Assert.Contains(
            $"SCORE309: The block returns its input plus something, h + g(h), and the contractive rule takes that input off again: {step}, in which the state does not decay; "
            + $"if that is meant, say so by Update = UpdateRule.Residual and StripSkip = true, which is the same model; StripSkip = true alone is another model, {stripped}",
            await Verify.Messages(Encoder("private Tensor Block(Tensor h) => h + down.call(up.call(h));", settings: settings)));

    [Fact]
    public async Task WhereTheRuleHasNoSuchIntegratorItSaysLess()
        => Assert.Contains(
            "SCORE309: The block returns its input plus something, h + g(h), and the contractive rule takes that input off again: each step is h + 0.393469·g(h), a residual network, in which the state does not decay; "
            + "StripSkip = true alone is another model, whose steps are 0.606531·h + 0.393469·g(h)",
            await Verify.Messages(Encoder("private Tensor Block(Tensor h) => h + down.call(up.call(h));", settings: "Dt = 0.5, Integrator = ExponentialEuler")));

    [Theory]
    [InlineData("Dt = 1", "each step is 2·h + g(h)", "each step is h + g(h)")]
    [InlineData("", "each step is 1.25·h + 0.25·g(h)", "each step is h + 0.25·g(h)")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }", "each step is (1 + dt)·h + dt·g(h)", "each step is h + dt·g(h)")]
    [InlineData("Integrator = Heun", "the steps solve dh/dt = h + g(h)", "the steps solve dh/dt = g(h)")]
    public async Task TheMessageSaysHowOftenTheInputCounts(string settings, string step, string stripped)
        => Assert.Contains(
            $"SCORE314: The block returns its input plus something, h + g(h), and the residual rule adds that input once more: {step}, in which the state grows even where g(h) is 0; "
            + $"return g(h) alone, or say StripSkip = true, which makes it: {stripped}",
            await Verify.Messages(Encoder("private Tensor Block(Tensor h) => h + down.call(up.call(h));", settings: "Update = UpdateRule.Residual" + (settings.Length > 0 ? ", " + settings : ""))));
}
