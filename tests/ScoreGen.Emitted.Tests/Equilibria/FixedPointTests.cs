using TorchSharp;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>The solvers take the steps of their formulas, and stop, count and choose as they say.</summary>
public sealed class FixedPointTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<FixedPointSolver, double, int> Settings
    {
        get
        {
            var data = new TheoryData<FixedPointSolver, double, int>();
            foreach (var solver in Enum.GetValues<FixedPointSolver>())
            {
                foreach (var damping in new[] { 1.0, 0.6 })
                {
                    foreach (var memory in new[] { 1, 2, 5 })
                    {
                        data.Add(solver, damping, memory);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryStepIsThatOfTheFormula(FixedPointSolver solver, double damping, int memory)
    {
        var map = new TanhMap(1.5);
        var plan = new EquilibriumPlan { Solver = solver, Damping = damping, Memory = memory, MaxSteps = 14, Tolerance = 1e-13 };
        var expected = PlainSolver.Residuals(plan, map.Of, [.. Enumerable.Range(0, TanhMap.Samples).Select(_ => new double[TanhMap.Features])]);
        Solve(plan, map.Of, zeros(TanhMap.Samples, TanhMap.Features, float64), out var report);
        Assert.Equal(14, report.Evaluations);
        Assert.All(expected.Zip(report.Residuals), pair => Assert.Equal(1, pair.Second / pair.First, 1e-6));
    }

    [Theory]
    [InlineData(Picard)]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void TheResultIsTheFirstPointWithinTheTolerance(FixedPointSolver solver)
    {
        var map = new TanhMap(1.5);
        var plan = new EquilibriumPlan { Solver = solver, MaxSteps = 400, Tolerance = 1e-9 };
        var point = Solve(plan, map.Of, zeros(TanhMap.Samples, TanhMap.Features, float64), out var report);
        var value = map.Of(point);
        Assert.True(report.Converged);
        Assert.Equal(report.Residuals[^1], report.Residual);
        Assert.Equal(report.Residual, (value - point).norm().ToDouble() / value.norm().ToDouble(), 1e-14);
        Assert.All(report.Residuals.SkipLast(1), residual => Assert.True(residual > 1e-9));
    }

    [Fact]
    public void OfASearchThatFailsTheBestPointIsLeft()
    {
        // Plain iteration on -1.5·h + 1 moves away from 0.4: the first point is the nearest.
        var plan = new EquilibriumPlan { Solver = Picard, MaxSteps = 6 };
        var point = Solve(plan, h => h.mul(-1.5).add(1), full(2, 3, 0.41, float64), out var report);
        Assert.Equal((6, false), (report.Evaluations, report.Converged));
        Assert.Equal(report.Residuals.Min(), report.Residual);
        Assert.Equal(0.41, point.mean().ToDouble(), 12);
    }

    [Fact]
    public void OneEvaluationLeavesTheFirstPoint()
    {
        var start = full(2, 3, 0.5, float64);
        var point = Solve(new EquilibriumPlan { MaxSteps = 1 }, h => h.mul(0.5), start, out var report);
        Assert.Equal(1, report.Evaluations);
        Assert.Equal(1, report.Residual, 12);
        point.add_(1);
        Assert.Equal(0.5, start.mean().ToDouble());
    }

    [Theory]
    [InlineData(Picard)]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void AMapToZeroIsFollowed(FixedPointSolver solver)
    {
        var point = Solve(new EquilibriumPlan { Solver = solver }, h => h.mul(0), ones(2, 3, float64), out var report);
        Assert.Equal(double.PositiveInfinity, report.Residuals[0]);
        Assert.Equal((2, 0.0, true), (report.Evaluations, report.Residual, report.Converged));
        Assert.Equal(0, point.norm().ToDouble());
    }

    [Theory]
    [InlineData(Picard)]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void WhatIsNotFiniteEndsTheSearchAndIsNamed(FixedPointSolver solver)
    {
        var evaluations = 0;
        var point = Solve(new EquilibriumPlan { Solver = solver }, h => ++evaluations == 3 ? h.mul(double.NaN) : h.cos(), ones(2, 3, float64), out var report);
        Assert.Equal((3, 2, false), (report.Evaluations, report.FirstNonFiniteEvaluation, report.Converged));
        Assert.True(point.isfinite().all().ToBoolean());
        Assert.Equal(report.Residuals[1], report.Residual);
        Assert.Contains("evaluation 3 met numbers that are not finite", report.ToString());
    }

    [Fact]
    public void AnOverflowIsNotFiniteEither()
    {
        Solve(new EquilibriumPlan { Solver = Picard, MaxSteps = 4000 }, h => h.mul(1e30), ones(1, 2, float64), out var report);
        Assert.Equal(report.Evaluations - 1, report.FirstNonFiniteEvaluation);
    }

    [Theory]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void ASampleThatHasArrivedStaysWhileOthersGoOn(FixedPointSolver solver)
    {
        // The first sample starts at the fixed point, where its residuals are 0 and its system is singular.
        var start = zeros(2, 3, float64);
        start[0] = ones(3, float64);
        var plan = new EquilibriumPlan { Solver = solver, Tolerance = 1e-10, MaxSteps = 100 };
        var point = Solve(plan, h => h.sub(1).mul(tensor(new[] { 0.9, -0.8, 0.5 })).add(1), start, out var report);
        Assert.True(report.Converged, report.ToString());
        Assert.Equal(0, point[0].sub(1).norm().ToDouble());
        Assert.Equal(0, point[1].sub(1).norm().ToDouble(), 9);
    }

    [Theory]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void SamplesDoNotHearOfEachOther(FixedPointSolver solver)
    {
        var map = new TanhMap(1.5);
        var plan = new EquilibriumPlan { Solver = solver, Tolerance = 1e-14, MaxSteps = 7 };
        var start = zeros(TanhMap.Samples, TanhMap.Features, float64);
        Tensor last = start, alone = start;
        Solve(plan, h => map.Of(last = h.clone().DetachFromDisposeScope()), start, out _);
        Solve(plan, h => (alone = h.clone().DetachFromDisposeScope()).matmul(map.Weight.t()).add(map.Bias[1]).tanh(), start[1].unsqueeze(0), out _);
        Assert.True(last[1].allclose(alone[0], 1e-10, 1e-12));
        last.Dispose();
        alone.Dispose();
    }

    [Fact]
    public void ItThrowsWhereThePlanSaysSo()
    {
        var plan = new EquilibriumPlan { OnDivergence = OnDivergence.Throw, MaxSteps = 3 };
        var thrown = Assert.Throws<EquilibriumException>(() => Solve(plan, h => h.mul(-3).add(1), ones(1, 2), out _));
        Assert.Equal(3, thrown.Report.Evaluations);
        Assert.StartsWith("No equilibrium was found for Net: not converged after 3 evaluations: the lowest residual is ", thrown.Message);
        Assert.EndsWith("Raise MaxSteps, lower Damping, or make the block contract more.", thrown.Message);

        plan = new EquilibriumPlan { OnDivergence = OnDivergence.Throw, Tolerance = 1e-9 };
        thrown = Assert.Throws<EquilibriumException>(() => Solve(plan, h => h.ge(1).to(float32).mul(-1.2e-7).add(1), ones(1, 2), out _));
        Assert.Contains("The numbers of the state are 1.2e-7 apart", thrown.Message);

        thrown = Assert.Throws<EquilibriumException>(() => Solve(plan, h => h.log(), zeros(1, 2), out _));
        Assert.Contains("evaluation 1 met numbers that are not finite", thrown.Message);
    }

    [Theory]
    [InlineData(Picard)]
    [InlineData(Anderson)]
    [InlineData(Broyden)]
    public void NothingStaysBehindAndNoMoreLivesInALongerSearch(FixedPointSolver solver)
    {
        var map = new TanhMap(1.5);
        var start = zeros(TanhMap.Samples, TanhMap.Features, float64);
        Assert.Equal(MostAlive(30), MostAlive(300));

        long MostAlive(int steps)
        {
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            var (most, evaluations) = (0L, 0);
            var plan = new EquilibriumPlan { Solver = solver, MaxSteps = steps, Tolerance = 1e-300 };
            using var point = Solve(plan, h => map.Of(h).add(Watch()), start, out var report);
            Assert.Equal(steps, report.Evaluations);
            Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            return most;

            Scalar Watch()
            {
                // What is added changes from evaluation to evaluation, so that none of the searches arrives.
                most = Math.Max(most, DisposeScopeManager.Statistics.ThreadTotalLiveCount - before);
                return ++evaluations % 3;
            }
        }
    }

    public void Dispose() => scope.Dispose();

    private static Tensor Solve(EquilibriumPlan plan, Func<Tensor, Tensor> map, Tensor start, out EquilibriumReport report)
        => FixedPoint.Solve(plan, "Net", new FlatState([start]), map, start, out report);
}
