using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class UnstableDtTests
{
    [Theory, Fires("SCORE103")]
    [InlineData("{|SCORE103:Dt = 1.01|}")]
    [InlineData("{|SCORE103:Dt = 3|}, Steps = 8")]
    [InlineData("{|SCORE103:Dt = 1.27|}, {|SCORE106:Integrator = Ssprk3|}")]
    [InlineData("{|SCORE103:Dt = 1.4|}, {|SCORE106:Integrator = Rk4|}")]
    [InlineData("{|SCORE103:Dt = 1.34|}, Lipschitz = 0.5")]
    [InlineData("{|SCORE103:Dt = 2.001|}, Lipschitz = 0")]
    [InlineData("Steps = 3, {|SCORE103:DtSchedule = new[] { 0.5, 1.5, 0.5 }|}")]
    [InlineData("{|SCORE103:Lipschitz = 1.5|}")]
    [InlineData("{|SCORE103:Lipschitz = 1.5|}, Integrator = ExponentialEuler")]
    [InlineData("{|SCORE103:Dt = Sizes.Large|}")]
    public Task UnstableStep(string settings) => Verify.Diagnostics(WithSettings(settings) + "static class Sizes { public const double Large = 2; }");

    [Theory, NearMiss("SCORE103")]
    [InlineData("Dt = 0.999")]
    [InlineData("Steps = 3, Dt = 1.0 / 3")]
    [InlineData("Dt = 0.25, Lipschitz = 1")]
    [InlineData("Dt = 3, Steps = 1, Integrator = ExponentialEuler, Lipschitz = 0.9")]
    [InlineData("Dt = 30, Update = UpdateRule.Residual")]
    public Task StableStep(string settings)
        => Verify.Silent(WithSettings(settings), from: Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE103")]
    [InlineData("", "{|SCORE103:Max = 1.01|}")]
    [InlineData("Integrator = ExponentialEuler, Lipschitz = 1.1", "{|SCORE103:Max = 0.5|}")]
    public Task AMaxThatIsUnstable(string settings, string learned) => Verify.Diagnostics(WithLearnedDt(settings, learned));

    [Theory, NearMiss("SCORE103")]
    [InlineData("Dt = 0.5", "Max = 1")]
    [InlineData("", "Per = Per.Step")]
    [InlineData("Integrator = ExponentialEuler", "Max = 4")]
    public Task AMaxThatIsStable(string settings, string learned) => Verify.Silent(WithLearnedDt(settings, learned));

    /// <summary>The limits that the documentation names: stable at the limit, unstable a thousandth above it.</summary>
    [Theory, Fires("SCORE103")]
    [InlineData("Euler", 1.0, 1.0)]
    [InlineData("Midpoint", 1.0, 1.0)]
    [InlineData("Heun", 1.0, 1.0)]
    [InlineData("Ralston", 1.0, 1.0)]
    [InlineData("Ssprk3", 1.256, 1.0)]
    [InlineData("Rk4", 1.392, 1.0)]
    [InlineData("ThreeEighths", 1.392, 1.0)]
    [InlineData("Heun", 1.333, 0.5)]
    [InlineData("Ssprk3", 1.675, 0.5)]
    [InlineData("Rk4", 1.856, 0.5)]
    public async Task Limits(string integrator, double limit, double lipschitz)
    {
        string At(double dt) => WithSettings(FormattableString.Invariant($"Dt = {dt}, Integrator = {integrator}, Lipschitz = {lipschitz}"));

        await Verify.Silent(At(limit), from: Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        var message = Assert.Single(await Verify.Messages(At(limit + 0.001)), text => text.StartsWith("SCORE103", StringComparison.Ordinal));
        Assert.Contains(FormattableString.Invariant($"its largest stable dt is {limit}"), message);
    }

    [Fact]
    public async Task TheMessageNamesIntegratorLimitAndAmplification()
        => Assert.Equal(
            ["SCORE103: dt = 3 is unstable with Euler: with a block that stretches the difference of two states at most 1-fold (Lipschitz = 1) a step can still stretch it 5-fold; its largest stable dt is 1"],
            await Verify.Messages(WithSettings("Dt = 3")));

    [Fact]
    public async Task AboveOneNoDtIsStable()
        => Assert.Equal(
            ["SCORE103: dt = 0.25 is unstable with Euler: with a block that stretches the difference of two states at most 1.5-fold (Lipschitz = 1.5) a step can still stretch it 1.125-fold; no dt is stable"],
            await Verify.Messages(WithSettings("Lipschitz = 1.5")));
}
