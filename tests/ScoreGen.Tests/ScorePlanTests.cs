using System.Globalization;
using ScoreGen.Numerics;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

public class ScorePlanTests
{
    private static ScorePlan Plan(Integrator integrator, params double[] dt)
        => new(integrator, Contractive, Array.ConvertAll(dt, x => Folding.Fold(integrator, Contractive, false, x)));

    [Fact]
    public void AnEulerPlanOfFourQuarters()
    {
        var plan = new ScorePlan(4, Euler, Contractive, new FoldedStep(0.25, false, [0.75, 0.25]));

        Assert.Equal(4, plan.Steps);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], plan.Dt);
        Assert.Equal(4, plan.Evaluations);
        Assert.Equal(1, plan.Horizon);
        Assert.Equal(0.31640625, plan.Retention, 15);
        Assert.Equal(1, plan.Amplification(1), 12);
        Assert.Equal(1, plan.ContractionBound(1), 12);
        Assert.Equal(1, plan.MaxStableDt(1));
        Assert.Equal([0.75, 0.25], plan.Coefficients[3].Next);
    }

    [Fact]
    public void TimeRunsOnInScheduleOrderThroughTheStagesOfTheTableau()
    {
        var plan = Plan(ThreeEighths, 0.5, 0.25, 0.125);

        Assert.Equal(0, plan.Time(0));
        Assert.Equal(0.5 + (0.25 / 3), plan.Time(1, 1), 15);
        Assert.Equal(0.875, plan.Time(2, 3), 15);
        Assert.Equal(0.875, plan.Horizon, 15);
        Assert.Equal(12, plan.Evaluations);
    }

    [Fact]
    public void TheWorstStepJudgesAPlan()
    {
        var plan = Plan(Euler, 0.25, 1.5);

        Assert.Equal(2, plan.Amplification(1), 12);
        Assert.Equal(2, plan.ContractionBound(1), 12);
        Assert.Equal(0.75 * -0.5, plan.Retention, 15);
    }

    /// <summary>Heun by the contractive rule: the weights of h, f1 and f2 are 1 - dt + dt²/2, (dt - dt²)/2 and dt/2.</summary>
    [Fact]
    public void StepsOfOtherSizesAreFoldedAsThePlansOwn()
    {
        var steps = Plan(Heun, 0.5).Fold(0.5, 0.2);

        Assert.Equal([0.5, 0.2], steps.Select(step => step.Dt));
        Assert.Equal([0.625, 0.125, 0.25], steps[0].Next);
        Assert.Equal([0.5, 0.5], steps[0].Stage(1));
        Assert.All(new[] { 0.82, 0.08, 0.1 }.Zip(steps[1].Next), pair => Assert.Equal(pair.First, pair.Second, 15));
    }

    [Fact]
    public void TheLineNamesAMapAndAMemory()
    {
        var line = new ScorePlan(4, Euler, Contractive, new FoldedStep(0.25, false, [0.75, 0.25])) { HasMap = true, HasCarry = true }.ToString();

        Assert.Contains("horizon 1, each new state mapped, with a memory", line, StringComparison.Ordinal);
        Assert.DoesNotContain("retained", line, StringComparison.Ordinal);
    }

    [Fact]
    public void EachStepHasTheBlockOfThePlansStep()
    {
        var plan = new ScorePlan(Euler, Contractive, Folding.Fold(Euler, Contractive, true, 1), Folding.Fold(Euler, Contractive, false, 1));

        Assert.Equal([true, false, false], plan.Fold(0.25, 0.25, 0.25).Select(step => step.StripSkip));
    }

    [Fact]
    public void ASizeThatIsNoneIsRefused()
    {
        var plan = Plan(Euler, 0.5);

        Assert.Throws<ArgumentException>("dt", () => plan.Fold());
        Assert.Throws<ArgumentException>("dt", () => plan.Fold(null!));
        Assert.All([0, -0.5, double.NaN, double.PositiveInfinity], dt =>
            Assert.Contains("step 2 of 2", Assert.Throws<ArgumentOutOfRangeException>("dt", () => plan.Fold(0.5, dt)).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 2)]
    public void AStepOrStageThatDoesNotExistIsRefused(int step, int stage)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Plan(Heun, 0.5, 0.5).Time(step, stage));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(double.PositiveInfinity)]
    public void ALipschitzConstantMustBeFiniteAndNotNegative(double lipschitz)
    {
        var plan = Plan(Euler, 0.5);

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Amplification(lipschitz));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.ContractionBound(lipschitz));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.MaxStableDt(lipschitz));
    }

    [Fact]
    public void APlanReadsTheSameUnderAnyCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(
                "2 Heun steps of dt = 0.5 (contractive rule): 4 evaluations of F, horizon 1, 39.1 % of h[0] retained, amplification 1 for a Lipschitz constant of 1",
                Plan(Heun, 0.5, 0.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void RowsThatAreNoTriangleAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FoldedStep(0.5, false));
        Assert.Throws<ArgumentException>(() => new FoldedStep(0.5, false, [1.0]));
        Assert.Throws<ArgumentException>(() => new FoldedStep(0.5, false, [0.5, 0.5], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => new ScorePlan(Euler, Contractive));
    }

    [Fact]
    public void ATraceNamesTheStepAtWhichTheStateBroke()
    {
        var trace = new ScoreTrace(1, new ScoreTraceStep(2, 1, 1), new ScoreTraceStep(double.NaN, double.NaN, double.NaN));

        Assert.Equal(1, trace.FirstNonFiniteStep);
        Assert.Null(new ScoreTrace(1, new ScoreTraceStep(2, 1, 1)).FirstNonFiniteStep);
        Assert.Contains("2.0000", trace.ToString(), StringComparison.Ordinal);
    }
}
