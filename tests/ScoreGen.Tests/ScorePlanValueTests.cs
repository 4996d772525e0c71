using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

/// <summary>What a plan says, against sums and products worked out by hand from coefficients that are written out.</summary>
public class ScorePlanValueTests
{
    /// <summary>Euler at 0.25 and 0.5.</summary>
    private static readonly ScorePlan Uneven = new(Euler, Contractive, new FoldedStep(0.25, false, [0.75, 0.25]), new FoldedStep(0.5, false, [0.5, 0.5]));

    [Fact]
    public void AnUnevenScheduleIsJudgedByItsWorstStep()
    {
        Assert.Equal(0.75 + (0.25 * 0.3), Uneven.Amplification(0.3), 12);
        Assert.Equal(0.5 + (0.5 * 3), Uneven.Amplification(3), 12);
        Assert.Equal(0.75 + (0.25 * 0.3), Uneven.ContractionBound(0.3), 12);
        Assert.Equal(0.5 + (0.5 * 3), Uneven.ContractionBound(3), 12);
        Assert.Equal(0.375, Uneven.Retention, 15);
        Assert.Equal(0.75, Uneven.Horizon);
        Assert.Equal(0.25, Uneven.Time(1));
        Assert.Equal(2, Uneven.Evaluations);
    }

    [Fact]
    public void WhereFIsConstantTheStateAloneCounts()
    {
        Assert.Equal(0.75, Uneven.Amplification(0), 12);
        Assert.Equal(0.75, Uneven.ContractionBound(0), 12);
        Assert.Equal(2, Uneven.MaxStableDt(0));
    }

    [Fact]
    public void EveryStepCarriesGradientsUnlessThePlanSaysHowMany()
    {
        Assert.Equal(2, Uneven.GradientSteps);
        Assert.Equal(1, new ScorePlan(3, Euler, Residual, new FoldedStep(1, false, [1, 1])) { GradientSteps = 1 }.GradientSteps);
        Assert.Equal(0, new ScorePlan(3, Euler, Residual, new FoldedStep(1, false, [1, 1])) { GradientSteps = 0 }.GradientSteps);
    }

    [Fact]
    public void StepsThatEvaluateTheBlockDifferentlyOftenAreRefused()
    {
        var one = new FoldedStep(0.5, false, [0.5, 0.5]);
        var two = new FoldedStep(0.5, false, [0.5, 0.5], [0.625, 0.125, 0.25]);

        Assert.Throws<ArgumentException>("steps", () => new ScorePlan(Heun, Contractive, two, one));
        Assert.Throws<ArgumentException>("steps", () => new ScorePlan(Heun, Contractive, one, two, two));
        Assert.Throws<ArgumentException>("steps", () => new ScorePlan(Heun, Contractive, (FoldedStep[])null!));
        Assert.Throws<ArgumentException>("steps", () => new ScorePlan(0, Heun, Contractive, two));
    }

    [Fact]
    public void StepsInAnOrderAreTheSamePlanAsStepsOneByOne()
    {
        var (small, large) = (new FoldedStep(0.25, false, [0.75, 0.25]), new FoldedStep(0.5, false, [0.5, 0.5]));
        var plan = new ScorePlan(Euler, Contractive, [1, 0, 0, 1], small, large);

        Assert.Equal([0.5, 0.25, 0.25, 0.5], plan.Dt);
        Assert.Equal([large, small, small, large], plan.Coefficients);
        Assert.Equal(0.5 * 0.75 * 0.75 * 0.5, plan.Retention, 15);
        Assert.Equal(0.75, plan.Time(2), 15);
    }

    [Fact]
    public void AnOrderNamesCoefficientsThatThereAre()
    {
        var step = new FoldedStep(0.25, false, [0.75, 0.25]);
        Assert.Throws<ArgumentException>("order", () => new ScorePlan(Euler, Contractive, [0, 1], step));
        Assert.Throws<ArgumentException>("order", () => new ScorePlan(Euler, Contractive, [-1], step));
        Assert.Throws<ArgumentException>("order", () => new ScorePlan(Euler, Contractive, (int[])null!, step));
        Assert.Throws<ArgumentException>("order", () => new ScorePlan(Euler, Contractive, [0], (FoldedStep[])null!));
        Assert.Throws<ArgumentException>("steps", () => new ScorePlan(Euler, Contractive, new int[0], step));
    }

    [Theory]
    [InlineData(-1, 0, "step", "steps 0 to 1")]
    [InlineData(2, 0, "step", "steps 0 to 1")]
    [InlineData(0, -1, "stage", "stages 0 to 0")]
    [InlineData(1, 1, "stage", "stages 0 to 0")]
    public void ARefusalNamesTheArgumentAndItsRange(int step, int stage, string argument, string range)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(argument, () => Uneven.Time(step, stage));

        Assert.Contains(range, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALipschitzConstantThatIsNoneIsNamed()
        => Assert.All([-1e-9, double.NaN, double.PositiveInfinity], x => Assert.Throws<ArgumentOutOfRangeException>("lipschitz", () => Uneven.Amplification(x)));

    [Fact]
    public void AnUnevenScheduleReadsAsSuch()
        => Assert.Equal(
            "2 Euler steps of varying dt (contractive rule): 2 evaluations of F, horizon 0.75, 37.5 % of h[0] retained, amplification 1 for a Lipschitz constant of 1",
            Uneven.ToString());

    [Fact]
    public void OneResidualStepReadsInTheSingular()
        => Assert.Equal(
            "1 Euler step of dt = 0.5 (residual rule): 1 evaluation of F, horizon 0.5, 100 % of h[0] retained, amplification 1.5 for a Lipschitz constant of 1",
            new ScorePlan(1, Euler, Residual, new FoldedStep(0.5, false, [1, 0.5])).ToString());

    /// <summary>Of h + g(h) the weight 0.2 gives 0.2·h back: 0.6 + 0.2 is what is left of the state.</summary>
    [Fact]
    public void LearnedStepsWithoutTheSkipReadAsSuch()
        => Assert.Equal(
            "2 Euler steps of dt = 0.2, learned (contractive rule, skip stripped): 2 evaluations of F, horizon 0.4, 64 % of h[0] retained, amplification 1 for a Lipschitz constant of 1",
            new ScorePlan(2, Euler, Contractive, new FoldedStep(0.2, true, [0.6, 0.2])) { HasLearnedDt = true }.ToString());

    /// <summary>What a gate or learned stages do to the state is not known beforehand.</summary>
    [Fact]
    public void StepsThatSteerThemselvesReadAsSuchAndAreNotJudged()
    {
        var step = new FoldedStep(0.25, false, [0.75, 0.25]);
        Assert.Equal("4 Euler steps of dt = 0.25, gated (contractive rule): 4 evaluations of F, horizon 1", new ScorePlan(4, Euler, Contractive, step) { HasGate = true }.ToString());
        Assert.Equal(
            "1 Euler step of dt = 0.25, learned stages (contractive rule): 1 evaluation of F, horizon 0.25, ends early where it has settled",
            new ScorePlan(1, Euler, Contractive, step) { HasLearnedStages = true, HasExit = true }.ToString());
        Assert.EndsWith("horizon 0.25, amplification 1 for a Lipschitz constant of 1, tokens are routed (Expert choice)", new ScorePlan(1, Euler, Contractive, step) { Routing = RouteChoice.Expert }.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", positions halt (Mixture)", new ScorePlan(1, Euler, Contractive, step) { Halting = HaltRule.Mixture }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void APlanOfWhichOnlySomeStepsStripTheSkipDoesNotSayThatItIsStripped()
        => Assert.Contains(
            "(contractive rule)",
            new ScorePlan(Euler, Contractive, new FoldedStep(0.25, true, [0.5, 0.25]), new FoldedStep(0.25, false, [0.75, 0.25])).ToString(),
            StringComparison.Ordinal);
}
