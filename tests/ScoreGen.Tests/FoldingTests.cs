using ScoreGen.Numerics;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

public class FoldingTests
{
    public static TheoryData<Integrator> Tableaus => [Euler, Midpoint, Heun, Ralston, Ssprk3, Rk4, ThreeEighths];

    public static TheoryData<Integrator, double> ContractiveSettings
    {
        get
        {
            var data = new TheoryData<Integrator, double>();
            foreach (var integrator in Enum.GetValues<Integrator>())
            {
                foreach (var dt in new[] { 1e-6, 0.1, 0.25, 0.5, 1, 1.9 })
                {
                    data.Add(integrator, dt);
                }
            }

            return data;
        }
    }

    /// <summary>Weights for dt = 0.5 worked out by hand from each method's stability polynomial and tableau.</summary>
    [Theory]
    [InlineData(Euler, new[] { 0.5, 0.5 })]
    [InlineData(Heun, new[] { 0.625, 0.125, 0.25 })]
    [InlineData(Midpoint, new[] { 0.625, -0.125, 0.5 })]
    [InlineData(Ralston, new[] { 0.625, 0, 0.375 })]
    [InlineData(Ssprk3, new[] { 29.0 / 48, 1.0 / 48, 1.0 / 24, 1.0 / 3 })]
    [InlineData(Rk4, new[] { 233.0 / 384, 19.0 / 384, 13.0 / 96, 1.0 / 8, 1.0 / 12 })]
    [InlineData(ThreeEighths, new[] { 233.0 / 384, 13.0 / 384, 9.0 / 64, 5.0 / 32, 1.0 / 16 })]
    public void TheNextStateHasTheWeightsWorkedOutByHand(Integrator integrator, double[] expected)
    {
        var step = Folding.Fold(integrator, Contractive, stripSkip: false, 0.5);

        Assert.Equal(expected.Length, step.Next.Count);
        Assert.All(expected.Zip(step.Next), pair => Assert.Equal(pair.First, pair.Second, 15));
    }

    [Fact]
    public void HeunFoldsToTheFormulaOfItsTableau()
    {
        const double dt = 0.3;
        var step = Folding.Fold(Heun, Contractive, stripSkip: false, dt);

        Assert.Equal([1 - dt, dt], step.Stage(1));
        Assert.Equal(1 - dt + (dt * dt / 2), step.Next[0], 15);
        Assert.Equal((dt - (dt * dt)) / 2, step.Next[1], 15);
        Assert.Equal(dt / 2, step.Next[2], 15);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.25)]
    [InlineData(3.0)]
    public void ExponentialEulerIsEulerAtTheStepSizeOfTheExactLeak(double dt)
    {
        var step = Folding.Fold(ExponentialEuler, Contractive, stripSkip: false, dt);

        Assert.Equal(Math.Exp(-dt), step.Next[0], 15);
        var mix = dt < 1e-6 ? dt - (dt * dt / 2) : 1 - Math.Exp(-dt);
        Assert.Equal(1, step.Next[1] / mix, 12);
    }

    [Fact]
    public void ExponentialEulerTakesTheSkipOffTheBlockButLeavesTheLeakAtOne()
    {
        var keep = Math.Exp(-0.5);
        var step = Folding.Fold(ExponentialEuler, Contractive, stripSkip: true, 0.5);

        Assert.Equal(keep - (1 - keep), step.Next[0], 15);
        Assert.Equal(1 - keep, step.Next[1], 15);
    }

    [Fact]
    public void ExponentialEulerIsRefusedWhereThereIsNoLeak()
        => Assert.Throws<ArgumentException>("update", () => Folding.Fold(ExponentialEuler, Residual, stripSkip: false, 0.5));

    [Theory]
    [MemberData(nameof(ContractiveSettings))]
    public void EveryPointOfAContractiveStepIsAnAffineCombination(Integrator integrator, double dt)
    {
        var step = Folding.Fold(integrator, Contractive, stripSkip: false, dt);

        for (var stage = 0; stage < step.Evaluations; stage++)
        {
            Assert.Equal(1, step.Stage(stage).Sum(), 13);
        }

        Assert.Equal(1, step.Next.Sum(), 13);
    }

    [Theory]
    [MemberData(nameof(Tableaus))]
    public void ResidualWithoutTheSkipIsContractive(Integrator integrator)
    {
        var residual = Folding.Fold(integrator, Residual, stripSkip: true, 0.4);
        var contractive = Folding.Fold(integrator, Contractive, stripSkip: false, 0.4);

        Assert.Equal(contractive.Next, residual.Next);
    }

    [Theory]
    [MemberData(nameof(Tableaus))]
    public void AFoldedStepIsTheUnfoldedOne(Integrator integrator)
    {
        foreach (var update in Enum.GetValues<UpdateRule>())
        {
            foreach (var stripSkip in new[] { false, true })
            {
                var step = Folding.Fold(integrator, update, stripSkip, 0.35);
                Assert.Equal(Unfolded(integrator, update, stripSkip, 0.35, 0.8), Apply(step, 0.8), 14);
            }
        }
    }

    [Fact]
    public void AWeightThatCancelsIsZero()
        => Assert.Equal([0, 1], Folding.Fold(Euler, Contractive, stripSkip: false, 1).Next);

    /// <summary>By hand the last stage of 3/8 at dt = 1 is 2·f[0] - 2·f[1] + f[2]; in floating point 2e-16 of h would be left.</summary>
    [Fact]
    public void WhatRoundingLeavesOfACancelledWeightIsCutToZero()
    {
        Assert.Equal(0, Folding.Fold(ThreeEighths, Contractive, stripSkip: false, 1).Stage(3)[0]);
        Assert.Equal([0, 0.5], Folding.Fold(ExponentialEuler, Contractive, stripSkip: true, Math.Log(2)).Next);
    }

    [Fact]
    public void TheSmallestWeightThatIsNotRoundingIsKept()
        => Assert.Equal([1, 1e-15], Folding.Fold(Euler, Residual, stripSkip: false, 1e-15).Next);

    [Fact]
    public void ALeakOverNoTimeKeepsTheStateAndOneOverALongTimeReplacesIt()
    {
        Assert.Equal([1, 0], Folding.Fold(ExponentialEuler, Contractive, stripSkip: false, 1e-17).Next);
        Assert.Equal([0, 1], Folding.Fold(ExponentialEuler, Contractive, stripSkip: false, 1000).Next);
    }

    private static double Block(double y) => Math.Sin((3 * y) + 0.2);

    private static double Unfolded(Integrator integrator, UpdateRule update, bool stripSkip, double dt, double h)
    {
        var tableau = Tableau.Of(integrator);
        var k = new double[tableau.Stages];
        for (var i = 0; i < k.Length; i++)
        {
            var y = h + (dt * Enumerable.Range(0, i).Sum(j => tableau.A[i][j] * k[j]));
            var f = stripSkip ? Block(y) - y : Block(y);
            k[i] = update == Contractive ? f - y : f;
        }

        return h + (dt * k.Select((value, i) => tableau.B[i] * value).Sum());
    }

    private static double Apply(FoldedStep step, double h)
    {
        var values = new List<double> { h };
        for (var stage = 0; stage < step.Evaluations; stage++)
        {
            values.Add(Block(Weigh(step.Stage(stage), values)));
        }

        return Weigh(step.Next, values);
    }

    private static double Weigh(IReadOnlyList<double> weights, List<double> values)
        => weights.Select((weight, i) => weight * values[i]).Sum();
}
