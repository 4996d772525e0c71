using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class UnstableDtFixTests
{
    private const string DefaultDt = nameof(DefaultDt);
    private const string LargestStableDt = nameof(LargestStableDt);
    private const string ExponentialEuler = nameof(ExponentialEuler);

    [Theory]
    [InlineData("{|SCORE103:Dt = 3|}", DefaultDt, "")]
    [InlineData("Steps = 8, {|SCORE103:Dt = 3|}", DefaultDt, "(Steps = 8)")]
    [InlineData("{|SCORE103:Dt = 3|}, Steps = 8", DefaultDt, "(Steps = 8)")]
    [InlineData("Steps = 2, {|SCORE103:DtSchedule = new[] { 0.5, 1.5 }|}", DefaultDt, "(Steps = 2)")]
    [InlineData("{|SCORE103:Dt = 3|}", LargestStableDt, "({|SCORE108:Dt = 1.0|})")]
    [InlineData("{|SCORE106:Integrator = Ssprk3|}, {|SCORE103:Dt = 1.5|}, Steps = 2", LargestStableDt, "({|SCORE106:Integrator = Ssprk3|}, {|SCORE104:Dt = 1.256|}, Steps = 2)")]
    [InlineData("Steps = 3, {|SCORE103:DtSchedule = new[] { 0.5, 1.5, 0.5 }|}, Lipschitz = 0.9", LargestStableDt, "(Steps = 3, {|SCORE104:DtSchedule = new[] { 0.5, 1.052, 0.5 }|}, Lipschitz = 0.9)")]
    [InlineData("Steps = 2, {|SCORE103:DtSchedule = [0.5, 1.5]|}", LargestStableDt, "(Steps = 2, {|SCORE108:DtSchedule = [0.5, 1.0]|})")]
    [InlineData("{|SCORE103:Dt = 1.1|}", ExponentialEuler, "(Dt = 1.1, Integrator = ExponentialEuler)")]
    [InlineData("{|SCORE103:Dt = 1.1|}, {|SCORE106:Integrator = Integrator.Heun|}", ExponentialEuler, "(Dt = 1.1, Integrator = ExponentialEuler)")]
    public Task Mends(string settings, string fix, string mended)
        => Verify.Fix(WithSettings(settings), WithSettings("").Replace("()]", mended + "]"), fix);

    [Fact]
    public Task TheMaxOfALearnedDt() => Verify.Fix(
        WithLearnedDt("", "{|SCORE103:Max = 1.5|}"),
        WithLearnedDt("", "Max = 1.0"),
        LargestStableDt);

    [Fact]
    public async Task NoMaxIsOfferedBelowTheFirstDt()
        => Assert.Empty(await Verify.OfferedFixes(WithLearnedDt("Dt = 1.2", "{|SCORE103:Max = 1.5|}")));

    [Fact]
    public Task AllAtOnce() => Verify.FixAll(
        WithSettings("{|SCORE103:Dt = 3|}") + WithSettings("Steps = 2, {|SCORE103:Dt = 2|}").Replace("Encoder", "Decoder"),
        WithSettings("").Replace("()]", "]") + WithSettings("Steps = 2").Replace("Encoder", "Decoder"),
        DefaultDt);

    [Fact]
    public Task AllAtOnceWhereOneHasNoSuchFix() => Verify.FixAll(
        WithSettings("{|SCORE103:Dt = 1.1|}") + WithSettings("{|SCORE103:Dt = 0.3|}, Lipschitz = 2").Replace("Encoder", "Decoder"),
        WithSettings("Dt = 1.1, Integrator = ExponentialEuler") + WithSettings("{|SCORE103:Dt = 0.3|}, Lipschitz = 2").Replace("Encoder", "Decoder"),
        ExponentialEuler);

    [Fact]
    public Task AllAtOnceByTheFirstOfEachWhereNobodyChose() => Verify.FixAll(
        WithSettings("Steps = 4, {|SCORE103:Dt = 3|}") + WithSettings("{|SCORE103:Dt = 0.3|}, Lipschitz = 2").Replace("Encoder", "Decoder"),
        WithSettings("Steps = 4") + WithSettings("{|SCORE103:Dt = 0.3|}, Lipschitz = 2").Replace("Encoder", "Decoder"),
        DefaultDt,
        isKeyKnown: false);

    [Fact]
    public async Task TheTitlesSayTheNumbers()
        => Assert.Equal(
            ["Use dt = 1/Steps (0.25)", "Use the largest stable dt (1.0)", "Use ExponentialEuler, which is stable at this dt"],
            await Verify.OfferedFixes(WithSettings("{|SCORE103:Dt = 3|}")));

    [Fact]
    public async Task NothingIsOfferedWhereNoDtIsStable()
        => Assert.Empty(await Verify.OfferedFixes(WithSettings("{|SCORE103:Dt = 0.25|}, Lipschitz = 1.5")));

    [Fact]
    public async Task OnlyWhatMendsIsOffered()
        => Assert.Equal(
            ["Use dt = 1/Steps (0.25)", "Use the largest stable dt (1.333)", "Use ExponentialEuler, which is stable at this dt"],
            await Verify.OfferedFixes(WithSettings("{|SCORE103:Dt = 2|}, Lipschitz = 0.5")));
}
