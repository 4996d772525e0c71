using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class ConvexityTests
{
    [Theory, Fires("SCORE104")]
    [InlineData("{|SCORE104:{|SCORE106:Integrator = Midpoint|}|}, Dt = 0.25")]
    [InlineData("{|SCORE104:{|SCORE106:Integrator = Rk4|}|}")]
    [InlineData("{|SCORE104:{|SCORE106:Integrator = ThreeEighths|}|}")]
    [InlineData("{|SCORE106:Integrator = Ralston|}, {|SCORE104:Dt = 0.51|}")]
    [InlineData("{|SCORE106:Integrator = Heun|}, {|SCORE104:{|SCORE108:Dt = 1.2|}|}, Lipschitz = 0.1, Steps = 20")]
    [InlineData("{|SCORE104:{|SCORE108:Dt = 1.2|}|}, Lipschitz = 0.5")]
    [InlineData("Steps = 2, {|SCORE104:{|SCORE108:DtSchedule = new[] { 0.99, 1.2 }|}|}, Lipschitz = 0.5")]
    public Task NegativeWeights(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE104")]
    [InlineData("{|SCORE106:Integrator = Ralston|}, Dt = 0.5")]
    [InlineData("{|SCORE106:Integrator = Heun|}, Dt = 0.5")]
    [InlineData("{|SCORE106:Integrator = Ssprk3|}, Dt = 0.5")]
    [InlineData("Integrator = ExponentialEuler, Dt = 0.7")]
    [InlineData("{|SCORE106:Integrator = Midpoint|}, Update = UpdateRule.Residual")]
    public Task ConvexSteps(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Fact, NearMiss("SCORE104")]
    public Task ASkipThatIsStrippedIsNoNegativeWeight()
        => Verify.Silent("""
            [ScoreDepth(Dt = 0.6, Steps = 3)]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                [ScoreBlock(StripSkip = true)]
                private Tensor Block(Tensor h) => h + h.tanh();
            }
            """);

    [Fact]
    public async Task TheMessageNamesTheBound()
        => Assert.Contains(
            "SCORE104: A step of Midpoint with dt = 0.25 gives a negative weight to the state or to a value of the block: even where the block never moves two states further apart, a step can, by a factor of up to 1.063",
            await Verify.Messages(WithSettings("Integrator = Midpoint")));
}
