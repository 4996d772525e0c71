using MathNet.Numerics;
using ScoreGen.Numerics;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

/// <summary>The amplification against matrices whose eigenvalues lie in the disc: the growth of a step is read off its own matrix.</summary>
public class AmplificationTests
{
    public static TheoryData<double> Radii => [0, 0.3, 0.9, 1, 1.5, 2.5];

    [Theory]
    [MemberData(nameof(Radii))]
    public void NoMatrixWithEigenvaluesInTheDiscGrowsFaster(double radius)
    {
        var random = new Random(1);
        foreach (var step in Steps(random))
        {
            var growth = LinearStep.SpectralRadius(LinearStep.Of(step, LinearStep.RandomNormal(random, 6, radius)));

            Assert.InRange(growth, 0, Stability.Amplification(step, radius) * (1 + 1e-9));
        }
    }

    /// <summary>
    /// The square of the growth under a turn is a polynomial in the cosine of its angle, of the degree of the step: it is laid through
    /// measured values, and the worst angle is an end or a root of its derivative.
    /// </summary>
    [Theory]
    [MemberData(nameof(Radii))]
    public void TheTurnByTheWorstAngleGrowsExactlyThatFast(double radius)
    {
        foreach (var step in Steps(new Random(2)))
        {
            double Growth(double cosine) => LinearStep.Of(step, LinearStep.Turn(radius, Math.Acos(cosine))).Column(0).L2Norm();

            var degree = step.Evaluations;
            var cosines = Generate.Map(Generate.LinearRange(0, degree), i => Math.Cos(Math.PI * i / degree));
            var derivative = new Polynomial(Fit.Polynomial(cosines, Generate.Map(cosines, x => Math.Pow(Growth(x), 2)), degree)).Differentiate();
            var turning = derivative.Degree < 1 ? [] : derivative.Roots().Select(root => root.Real).Where(x => Math.Abs(x) < 1);
            var worst = turning.Append(1).Append(-1).Max(Growth);

            Assert.Equal(1, Stability.Amplification(step, radius) / worst, 9);
        }
    }

    [Fact]
    public void OfTwoPeaksTheHigherCountsThoughItIsHigherByAHair()
    {
        Assert.Equal(2 + 1e-5, Stability.Amplification(new FoldedStep(1, false, [0, 1], [1, -1e-5, 1]), 1), 12);
        Assert.Equal(2 + 1e-5, Stability.Amplification(new FoldedStep(1, false, [0, 1], [1, 1e-5, 1]), 1), 12);
    }

    /// <summary>Powers of the step's own matrix, for matrices that fill the disc: they stay bounded up to the limit and not past it.</summary>
    [Theory]
    [InlineData(Heun, 0.3)]
    [InlineData(Ssprk3, 0.9)]
    [InlineData(Rk4, 0.9)]
    [InlineData(ThreeEighths, 0.3)]
    [InlineData(Euler, 0.9)]
    public void UpToTheLimitThePowersOfAStepStayBounded(Integrator integrator, double radius)
    {
        var limit = Stability.MaxStableDt(integrator, Contractive, stripSkip: false, radius);
        double Worst(double dt) => Generate.LinearRange(0, 0.001, Math.PI).Append(Math.PI).Max(angle =>
            LinearStep.Of(Folding.Fold(integrator, Contractive, stripSkip: false, dt), LinearStep.Turn(radius, angle)).Column(0).L2Norm());

        Assert.InRange(Math.Pow(Worst(limit), 1000), 0, 1 + 1e-6);
        Assert.InRange(Math.Pow(Worst(limit + 0.002), 1000), 1.5, double.PositiveInfinity);
    }

    /// <summary>Euler under the residual rule grows by 1 + dt·L, which exceeds 1 by the tolerance where dt is 1/8.</summary>
    [Fact]
    public void GrowthByTheToleranceAloneIsStable()
        => Assert.Equal(0.125, Stability.MaxStableDt(Euler, Residual, stripSkip: false, 8 * Stability.Tolerance));

    [Theory]
    [InlineData(3.5, 3.5)]
    [InlineData(7.25, 7.25)]
    [InlineData(63.5, 63.5)]
    [InlineData(64.005, double.PositiveInfinity)]
    public void ALimitPast64IsNone(double limit, double expected)
        => Assert.Equal(expected, Stability.MaxStableDt(Euler, Residual, stripSkip: false, Stability.Tolerance / limit), 0.0011);

    private static IEnumerable<FoldedStep> Steps(Random random)
    {
        foreach (var integrator in Enum.GetValues<Integrator>())
        {
            foreach (var dt in new[] { 0.2, 0.7, 1.3, 2.1 })
            {
                yield return Folding.Fold(integrator, Contractive, stripSkip: dt > 1, dt);
            }
        }

        // Growth 1 - λ/10 + λ⁵ and 1 + λ/10 - λ⁵: three peaks each, and the highest lies beyond the others, between two samples.
        yield return new FoldedStep(1, false, [0, 1], [0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0, 1], [1, -0.1, 0, 0, 0, 1]);
        yield return new FoldedStep(1, false, [0, 1], [0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0, 1], [1, 0.1, 0, 0, 0, -1]);

        for (var i = 0; i < 60; i++)
        {
            yield return LinearStep.Random(random, 1 + (i % 4), stripSkip: i % 8 > 3);
        }
    }
}
