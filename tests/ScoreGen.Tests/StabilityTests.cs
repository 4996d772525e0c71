using System.Numerics;
using ScoreGen.Numerics;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

public class StabilityTests
{
    /// <summary>Limits on the real axis are textbook values: 2 for Euler and two stages, 2.5127 and 2.7853; 1 + L divides them.</summary>
    [Theory]
    [InlineData(Euler, 1.0, 1.0)]
    [InlineData(Midpoint, 1.0, 1.0)]
    [InlineData(Heun, 1.0, 1.0)]
    [InlineData(Ralston, 1.0, 1.0)]
    [InlineData(Ssprk3, 1.0, 1.256)]
    [InlineData(Rk4, 1.0, 1.392)]
    [InlineData(ThreeEighths, 1.0, 1.392)]
    [InlineData(Euler, 0.5, 1.333)]
    [InlineData(Heun, 0.5, 1.333)]
    [InlineData(Ssprk3, 0.5, 1.675)]
    [InlineData(Rk4, 0.5, 1.856)]
    [InlineData(Euler, 0.0, 2.0)]
    [InlineData(Euler, 1.01, 0.0)]
    [InlineData(Rk4, 3.0, 0.0)]
    [InlineData(ExponentialEuler, 1.0, double.PositiveInfinity)]
    [InlineData(ExponentialEuler, 1.01, 0.0)]
    public void TheLargestStableDtIsTheTextbookLimit(Integrator integrator, double lipschitz, double expected)
        => Assert.Equal(expected, Stability.MaxStableDt(integrator, Contractive, stripSkip: false, lipschitz), 12);

    [Fact]
    public void TheResidualRuleIsStableForNoFThatGrows()
    {
        Assert.Equal(0, Stability.MaxStableDt(Euler, Residual, stripSkip: false, 1));
        Assert.Equal(double.PositiveInfinity, Stability.MaxStableDt(Euler, Residual, stripSkip: false, 0));
    }

    [Theory]
    [InlineData(Midpoint, 0.25, 1.0625)]
    [InlineData(Euler, 1.0, 1.0)]
    [InlineData(Heun, 1.0, 1.0)]
    [InlineData(Ssprk3, 1.0, 1.0)]
    [InlineData(Ralston, 0.5, 1.0)]
    [InlineData(Euler, 1.5, 2.0)]
    public void TheContractionBoundIsTheSumOfTheAbsoluteWeights(Integrator integrator, double dt, double expected)
        => Assert.Equal(expected, Stability.ContractionBound(Step(integrator, dt), 1), 12);

    [Theory]
    [InlineData(Ralston, 0.51)]
    [InlineData(Rk4, 0.01)]
    [InlineData(ThreeEighths, 0.01)]
    public void WhereAWeightIsNegativeTheBoundExceedsOne(Integrator integrator, double dt)
    {
        Assert.True(Stability.ContractionBound(Step(integrator, dt), 1) > 1);
        Assert.False(Stability.IsConvex(Step(integrator, dt)));
    }

    [Theory]
    [InlineData(Euler, 1.0)]
    [InlineData(Heun, 1.0)]
    [InlineData(Ssprk3, 1.0)]
    [InlineData(Ralston, 0.5)]
    [InlineData(ExponentialEuler, 30.0)]
    public void TheseStepsAreConvex(Integrator integrator, double dt)
        => Assert.True(Stability.IsConvex(Step(integrator, dt)));

    [Theory]
    [InlineData(Euler, 1.7, 0.8)]
    [InlineData(Midpoint, 1.1, 1.0)]
    [InlineData(Ssprk3, 1.9, 0.6)]
    [InlineData(Rk4, 1.5, 1.0)]
    [InlineData(ThreeEighths, 0.3, 2.5)]
    public void TheAmplificationIsTheLargestValueOfTheStabilityPolynomial(Integrator integrator, double dt, double lipschitz)
    {
        var order = integrator switch { Euler => 1, Midpoint => 2, Ssprk3 => 3, _ => 4 };
        double[] factorials = [1, 1, 2, 6, 24];
        var largest = 0.0;
        for (var i = 0; i <= 200_000; i++)
        {
            var z = dt * (Complex.FromPolarCoordinates(lipschitz, Math.PI * i / 200_000) - 1);
            var r = Complex.Zero;
            for (var n = order; n >= 0; n--)
            {
                r = (r * z) + (1 / factorials[n]);
            }

            largest = Math.Max(largest, r.Magnitude);
        }

        Assert.Equal(largest, Stability.Amplification(Step(integrator, dt), lipschitz), 8);
    }

    [Fact]
    public void StrippingTheSkipJudgesWhatTheBlockAdds()
    {
        var plain = Step(Heun, 0.4);
        var stripped = Folding.Fold(Heun, Contractive, stripSkip: true, 0.4);

        Assert.Equal(Stability.Amplification(plain, 0.9), Stability.Amplification(stripped, 0.9), 12);
        Assert.Equal(Stability.ContractionBound(plain, 0.9), Stability.ContractionBound(stripped, 0.9), 12);
        Assert.Equal(Stability.Retention(plain), Stability.Retention(stripped), 12);
    }

    [Fact]
    public void ALimitIsStableAndTheNextDigitIsNot()
    {
        foreach (var integrator in Enum.GetValues<Integrator>().Where(x => x != ExponentialEuler))
        {
            foreach (var lipschitz in new[] { 0, 0.25, 0.5, 0.9, 1 })
            {
                var limit = Stability.MaxStableDt(integrator, Contractive, stripSkip: false, lipschitz);
                Assert.True(Stability.Amplification(Step(integrator, limit), lipschitz) <= 1 + Stability.Tolerance);
                Assert.True(Stability.Amplification(Step(integrator, limit + 0.001), lipschitz) > 1 + Stability.Tolerance);
            }
        }
    }

    private static FoldedStep Step(Integrator integrator, double dt) => Folding.Fold(integrator, Contractive, stripSkip: false, dt);
}
