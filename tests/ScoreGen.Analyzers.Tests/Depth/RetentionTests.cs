using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class RetentionTests
{
    [Theory, Fires("SCORE108")]
    [InlineData("{|SCORE108:Dt = 0.01|}")]
    [InlineData("Steps = 10, {|SCORE108:Dt = 0.4|}")]
    [InlineData("{|SCORE108:Dt = 1|}")]
    [InlineData("{|SCORE108:Steps = 1|}")]
    [InlineData("Steps = 2, {|SCORE108:DtSchedule = new[] { 0.02, 0.03 }|}")]
    [InlineData("{|SCORE106:Integrator = Heun|}, Steps = 20, {|SCORE108:Dt = 0.9|}")]
    public Task ForgottenOrUnchanged(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE108")]
    [InlineData("")]
    [InlineData("Dt = 0.03")]
    [InlineData("Steps = 10, Dt = 0.36")]
    [InlineData("Steps = 512")]
    [InlineData("Dt = 0.01, Update = UpdateRule.Residual")]
    public Task Balanced(string settings) => Verify.Silent(WithSettings(settings));

    [Theory, NearMiss("SCORE108")]
    [InlineData("Dt = 1", "private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("Dt = 0.01", "private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("Dt = 1", "private Tensor Block(Tensor h) { var z = h.sigmoid(); return (1 - z) * h + z * down.call(up.call(h)); }")]
    [InlineData("Dt = 1", "private Tensor Block(Tensor h) => h.shape[0] > 1 ? h + down.call(up.call(h)) : down.call(up.call(h));")]
    [InlineData("Dt = 1", "private Tensor Block(Tensor h) => down.call(up.call(h)); [ScoreRoute] private readonly Linear route = Linear(8, 1);")]
    [InlineData("Dt = 1", "private Tensor Block(Tensor h) => down.call(up.call(h)); [ScoreHalt] private Tensor Halt(Tensor h) => h.mean(new long[] { -1 }).sigmoid();")]
    [InlineData("Dt = 1", "private readonly LayerNorm norm = LayerNorm(8); private Tensor Block(Tensor h) => norm.call(h + down.call(up.call(h)));")]
    [InlineData("Dt = 1", "private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, dropout: 0); private Tensor Block(Tensor h) => layer.call(h, null!, null!);")]
    public async Task ABlockMayCarryTheStateItself(string settings, string members)
        => Assert.DoesNotContain(await Verify.Messages(Blocks.Encoder(members, settings: settings)), message => message.StartsWith("SCORE108", StringComparison.Ordinal));

    [Theory, Fires("SCORE108")]
    [InlineData("{|SCORE108:Dt = 1|}", "private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("{|SCORE108:Dt = 1|}", "[ScoreBlock(StripSkip = true)] private Tensor Block(Tensor h) => h + down.call(up.call(h));")]
    [InlineData("{|SCORE108:Dt = 0.01|}", "private Tensor Block(Tensor h) => down.call(up.call(h.tanh()));")]
    public Task ABlockWithoutASkipDoesNot(string settings, string members) => Verify.Diagnostics(Blocks.Encoder(members, settings: settings));

    [Theory, NearMiss("SCORE108")]
    [InlineData("private Tensor Block(Tensor h, Tensor x) => down.call(up.call(h + x));")]
    [InlineData("private readonly ModuleList<Linear> ls = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8)); private Tensor Block(Tensor h, Tensor x, [ScorePerStep(nameof(ls))] Linear l) => l.call(h + x);")]
    public async Task TheInputMayComeAsAContext(string members)
        => Assert.DoesNotContain(await Verify.Messages(Blocks.WithContext(members, settings: "Dt = 1")), message => message.StartsWith("SCORE108", StringComparison.Ordinal));

    [Fact, NearMiss("SCORE108")]
    public async Task StepsWithWeightsOfTheirOwnAreLayers()
        => Assert.DoesNotContain(
            await Verify.Messages(Blocks.Encoder("private readonly ModuleList<Linear> ls = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8)); private Tensor Block(Tensor h, [ScorePerStep(nameof(ls))] Linear l) => l.call(h).tanh();", settings: "Dt = 1")),
            message => message.StartsWith("SCORE108", StringComparison.Ordinal));

    [Theory]
    [InlineData("Dt = 1", "only what the block carries over reaches the end; take smaller steps, or give the input to the block as context as well")]
    [InlineData("Steps = 1", "only what the block carries over reaches the end; take smaller steps, or give the input to the block as context as well")]
    public async Task FewerStepsOfOneKeepNoMore(string settings, string advice)
        => Assert.EndsWith(advice, Assert.Single(await Verify.Messages(WithSettings(settings))), StringComparison.Ordinal);

    [Fact, NearMiss("SCORE108")]
    public Task AnUnstableStepIsReportedForThat() => Verify.Diagnostics(WithSettings("{|SCORE103:Dt = 1.9|}"));

    [Fact, NearMiss("SCORE108")]
    public Task ALearnedDtIsNotKnown() => Verify.Silent(WithLearnedDt("Dt = 0.01", ""));

    [Fact, NearMiss("SCORE108")]
    public Task APlainStackOfLayers() => Verify.Silent("""
        [ScoreDepth(Steps = 2, Dt = 1, Weights = WeightSharing.PerStep)]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            [ScoreBlock]
            private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8));

            public Encoder() : base("encoder") => RegisterComponents();
        }
        """);

    [Fact]
    public async Task TheMessageSaysHowMuchSurvives()
        => Assert.Equal(
            ["SCORE108: 96.06 % of the input is left after all 4 steps: the block has hardly any effect; take more or larger steps"],
            await Verify.Messages(WithSettings("Dt = 0.01")));

    [Fact]
    public async Task TheMessageSaysHowLittleSurvives()
        => Assert.Equal(
            ["SCORE108: 0.6 % of the input is left after all 10 steps: only what the block carries over reaches the end; take fewer or smaller steps, or give the input to the block as context as well"],
            await Verify.Messages(WithSettings("Dt = 0.4, Steps = 10")));
}
