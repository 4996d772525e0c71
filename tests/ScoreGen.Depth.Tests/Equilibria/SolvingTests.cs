using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>forward, Solve, the report and the plan of a class tell of one and the same equilibrium.</summary>
public sealed class SolvingTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor start = Waves.Of(1, 3, Contraction.Width);
    private readonly Tensor input = Waves.Of(2, 3, Contraction.Width).requires_grad_();
    private readonly Tensor scale = Waves.Of(3, 1, Contraction.Width).requires_grad_();

    [Fact]
    public void OneTermIsTheGradientOfOneEvaluation()
    {
        var net = Create(typeof(OneTermNet));
        var expected = net.Block(Solve(net, out _), input, scale);
        Unrolled.RequireEqual(1e-12, expected, net.call(start, input, scale), [input, scale, .. net.parameters()]);
    }

    [Fact]
    public void PhantomStepsAreTakenFromTheEquilibrium()
    {
        var net = Create(typeof(TwoStepNet));
        var expected = Solve(net, out _);
        for (var step = 0; step < 2; step++)
        {
            expected = (0.3 * expected) + (0.7 * net.Block(expected, input, scale));
        }

        Unrolled.RequireEqual(1e-12, expected, net.call(start, input, scale), [input, scale, .. net.parameters()]);
    }

    [Theory]
    [InlineData(typeof(PicardNet))]
    [InlineData(typeof(AndersonNet))]
    [InlineData(typeof(BroydenNet))]
    public void SolveIsForwardWithoutAGradient(Type type)
    {
        var net = Create(type);
        var found = Solve(net, out var report);
        Assert.Equal(report.Evaluations, net.Evaluations);
        Assert.True(report.Converged, report.ToString());
        Assert.InRange(report.Evaluations, 5, 100);
        Assert.False(found.requires_grad);
        Close.Exactly(found, net.call(start, input, scale));

        var value = net.Block(found, input, scale);
        Assert.Equal(report.Residual, (value - found).norm().ToDouble() / value.norm().ToDouble(), 1e-15);
    }

    [Fact]
    public void ThePlanIsWhatWasDeclared()
    {
        Assert.Equal(
            "h = F(h), solved by Anderson's method over the last 5 evaluations up to a relative residual of 1e-13 or 200 evaluations; "
            + "implicit gradient, solved for in the same way; where it does not converge, the state of the lowest residual is returned",
            AndersonNet.Depth.ToString());
        Assert.Equal(
            "h = F(h), solved by Anderson's method over the last 5 evaluations, damped to 0.7, up to a relative residual of 1e-13 or 200 evaluations; "
            + "gradient through 2 further steps; where it does not converge, the state of the lowest residual is returned",
            TwoStepNet.Depth.ToString());
        Assert.Equal((FixedPointSolver.Broyden, 3, 200, 1e-13), (BroydenNet.Depth.Solver, BroydenNet.Depth.Memory, BroydenNet.Depth.MaxSteps, BroydenNet.Depth.Tolerance));
    }

    public void Dispose() => scope.Dispose();

    private static Contraction Create(Type type) => (Contraction)Activator.CreateInstance(type)!;

    private Tensor Solve(Contraction net, out EquilibriumReport report) => ((ISolvable)net).Solve(start, input, scale, out report);
}
