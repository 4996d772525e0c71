using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Depth;

public class SteeringSignatureTests
{
    private const string Block = "private Tensor Block(Tensor h) => down.call(up.call(h));";
    private const string WithPrompt = "private Tensor Block(Tensor h, Tensor prompt) => down.call(up.call(h + prompt));";

    [Theory, Fires("SCORE115")]
    [InlineData("[ScoreDt] private Tensor {|SCORE115:Gate|}(Tensor h) => h.sigmoid();")]
    [InlineData("[ScoreDt] private Tensor {|SCORE115:Gate|}(Tensor h, Tensor f, Tensor prompt) => (h + f + prompt).sigmoid();")]
    [InlineData("[ScoreDt] private double {|SCORE115:Gate|}(Tensor h, Tensor f) => 0.5;")]
    [InlineData("[ScoreExit] private int {|SCORE115:Settled|}(Tensor before, Tensor after) => 1;")]
    [InlineData("[ScoreAfterStep] private (Tensor, Tensor) {|SCORE115:After|}(Tensor h) => (h, h);")]
    [InlineData("[ScoreAfterStep] private Tensor {|SCORE115:After|}(Tensor h, Tensor noise) => h + noise;")]
    [InlineData("[ScoreAfterStep] private Tensor {|SCORE115:After|}(Tensor h, [ScoreStage] int stage) => h * stage;")]
    public Task AMethodThatCannotBeCalled(string member) => Verify.Diagnostics(Encoder(Block + member));

    [Theory, NearMiss("SCORE115")]
    [InlineData("[ScoreDt] private Tensor Gate(Tensor h, Tensor f) => (h + f).sigmoid();")]
    [InlineData("[ScoreDt] private (Tensor keep, Tensor write) Gate(Tensor h, Tensor f, Tensor prompt) => (h.sigmoid(), prompt.sigmoid());")]
    [InlineData("[ScoreExit] private static bool Settled(Tensor before, Tensor after, [ScoreStep] int step, [ScoreTime] double time) => step > 2 && time > 0.5;")]
    [InlineData("[ScoreExit] private Tensor Settled(Tensor before, Tensor after) => (after - before).abs().amax(-1) < 0.1;")]
    [InlineData("[ScoreAfterStep] private static Tensor After(Tensor h, Tensor prompt, [ScoreStep] int step, [ScoreTime] double time) => h + (prompt * (step + time));")]
    public Task AMethodThatCan(string member) => Verify.Silent(WithContext(WithPrompt + member));

    [Theory, Fires("SCORE109")]
    [InlineData("[ScoreDt({|SCORE109:Max = 0.9|})] private Tensor Gate(Tensor h, Tensor f) => (h + f).sigmoid();", "")]
    [InlineData("[ScoreDt] private Tensor Gate(Tensor h, Tensor f) => (h + f).sigmoid();", "{|SCORE109:Lipschitz = 2|}")]
    [InlineData("[ScoreDt] private (Tensor, Tensor) Gate(Tensor h, Tensor f) => (h.sigmoid(), f.sigmoid());", "{|SCORE109:Update = UpdateRule.Residual|}")]
    [InlineData("[ScoreAfterStep] private Tensor After(Tensor h) => h.tanh();", "{|SCORE109:Lipschitz = 2|}")]
    public Task ASettingThatAGateTakesOver(string member, string settings) => Verify.Diagnostics(Encoder(Block + member, settings: settings));

    [Theory, Fires("SCORE107")]
    [InlineData("{|SCORE107:Members = DepthMembers.Schedule|}")]
    [InlineData("{|SCORE107:KeepHorizon = true|}, Members = DepthMembers.Steps")]
    public Task StepsThatAGateDecides(string settings)
        => Verify.Diagnostics(Encoder(Block + "[ScoreDt] private Tensor Gate(Tensor h, Tensor f) => (h + f).sigmoid();", settings: settings));

    /// <summary>A map may well undo what a step does alone.</summary>
    [Theory, NearMiss("SCORE103")]
    [InlineData("Dt = 3")]
    [InlineData("Dt = 0.001")]
    public Task ADtBeforeAMap(string settings)
        => Verify.Silent(Encoder(Block + "[ScoreAfterStep] private Tensor After(Tensor h) => h.tanh();", settings: settings));

    [Theory, Fires("SCORE109")]
    [InlineData("private Tensor Block(Tensor h, [{|SCORE109:ScorePerToken|}] Tensor prompt) => down.call(up.call(h + prompt));")]
    [InlineData("private Tensor Block(Tensor h, [ScorePerToken] Tensor prompt) => down.call(up.call(h + prompt)); [ScoreRoute] private Tensor Route(Tensor h, [{|SCORE109:ScorePerToken|}] Tensor prompt) => (h + prompt).mean(new long[] { -1 });")]
    public Task AMarkOnWhatNoRouterPicks(string members) => Verify.Diagnostics(WithContext(members));

    [Theory, NearMiss("SCORE109")]
    [InlineData("private Tensor Block(Tensor h, [ScorePerToken] Tensor prompt) => down.call(up.call(h + prompt)); [ScoreRoute] private Tensor Route(Tensor h, Tensor prompt) => (h + prompt).mean(new long[] { -1 });")]
    public Task AMarkOnWhatARouterPicks(string members) => Verify.Silent(WithContext(members));

    /// <summary>Nothing is said of a step size that a gate decides.</summary>
    [Theory, NearMiss("SCORE103")]
    [InlineData("Dt = 3")]
    [InlineData("Steps = 1, Dt = 2.5")]
    public Task ADtThatOnlyCounts(string settings)
        => Verify.Silent(Encoder(Block + "[ScoreDt] private Tensor Gate(Tensor h, Tensor f) => (h + f).sigmoid();", settings: settings));
}
