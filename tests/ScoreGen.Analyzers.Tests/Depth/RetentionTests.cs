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
