using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>Halving dt divides the error by 2^order, on a non-linear equation that depends on time and whose solution is known.</summary>
public sealed class OrderTests
{
    private static readonly int[] StepCounts = [32, 64, 128];

    private static readonly Family<Fading> Fadings = new(Of(Residual));
    private static readonly Family<LeakyFading> LeakyFadings = new(Of(Contractive));

    [Theory]
    [InlineData(Euler, 1)]
    [InlineData(Midpoint, 2)]
    [InlineData(Heun, 2)]
    [InlineData(Ralston, 2)]
    [InlineData(Ssprk3, 3)]
    [InlineData(Rk4, 4)]
    [InlineData(ThreeEighths, 4)]
    public void UnderTheResidualRule(Integrator integrator, int order)
        => AssertOrder(order, steps => Error(Fadings, integrator, Residual, steps));

    [Theory]
    [InlineData(Euler, 1)]
    [InlineData(ExponentialEuler, 1)]
    [InlineData(Midpoint, 2)]
    [InlineData(Heun, 2)]
    [InlineData(Ralston, 2)]
    [InlineData(Ssprk3, 3)]
    [InlineData(Rk4, 4)]
    [InlineData(ThreeEighths, 4)]
    public void UnderTheContractiveRule(Integrator integrator, int order)
        => AssertOrder(order, steps => Error(LeakyFadings, integrator, Contractive, steps));

    private static IEnumerable<DepthSettings> Of(UpdateRule update)
        => from method in Methods.Pairs
           where method.Update == update
           from steps in StepCounts
           select Settings(method.Integrator, update, steps);

    /// <summary>Only dt tells the classes apart: how many steps are taken is said at run time.</summary>
    private static DepthSettings Settings(Integrator integrator, UpdateRule update, int steps) => new(integrator, update, Steps: 1, Dt: 1.0 / steps);

    private static void AssertOrder(int order, Func<int, double> error)
    {
        var errors = StepCounts.Select(error).ToArray();
        foreach (var (coarse, fine) in errors.Zip(errors.Skip(1)))
        {
            Assert.InRange(Math.Log2(coarse / fine), order - 0.15, order + 0.15);
        }
    }

    private static double Error<T>(Family<T> family, Integrator integrator, UpdateRule update, int steps)
        where T : nn.Module
    {
        using var scope = NewDisposeScope();
        using var subject = family.Create(Settings(integrator, update, steps));
        var start = linspace(0.3, 1.0, 5, dtype: ScalarType.Float64);
        return subject.ForwardSteps(steps, start).sub(Fading.Solution(start, time: 1)).norm().ToDouble();
    }
}
