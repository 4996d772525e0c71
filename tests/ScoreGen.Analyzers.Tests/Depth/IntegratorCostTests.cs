using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class IntegratorCostTests
{
    [Theory, Fires("SCORE106")]
    [InlineData("{|SCORE106:Integrator = Heun|}")]
    [InlineData("{|SCORE106:Integrator = Integrator.Ssprk3|}, Steps = 2")]
    [InlineData("{|SCORE106:Integrator = Rk4|}, Update = UpdateRule.Residual")]
    [InlineData("{|SCORE106:Integrator = Choice.Method|}")]
    public Task SeveralEvaluations(string settings)
        => Verify.Diagnostics(WithSettings(settings) + "static class Choice { public const Integrator Method = Heun; }");

    [Theory, NearMiss("SCORE106")]
    [InlineData("Integrator = Euler")]
    [InlineData("Integrator = ExponentialEuler")]
    [InlineData("Steps = 8")]
    [InlineData("Steps = 64, Update = UpdateRule.Residual")]
    public Task OneEvaluation(string settings) => Verify.Silent(WithSettings(settings));

    [Fact]
    public async Task TheMessageCountsEvaluations()
        => Assert.Contains(
            "SCORE106: Rk4 evaluates 'Block' 24 times in a forward pass, where Euler does 6 times",
            await Verify.Messages(WithSettings("Steps = 6, Integrator = Rk4")));
}
