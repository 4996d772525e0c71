using System.Runtime.InteropServices;
using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>Where there is no equilibrium to be found, the class says so as it was told to; where something fails inside, it can be caught.</summary>
[Collection(LeakCollection.Name)]
public sealed class FaultTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void WithoutConvergenceTheResultIsFinite()
    {
        var net = new Returning();
        var h = full([2, 3], 0.26, float64);
        var found = net.Solve(h, out var report);
        Assert.Equal((6, false), (report.Evaluations, report.Converged));
        Assert.Equal(report.Residuals.Min(), report.Residual);
        Close.Exactly(h, found);

        net.call(h).sum().backward();
        Assert.All(net.parameters(), parameter => Assert.True(parameter.grad!.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void WithoutConvergenceTheClassThrowsWhereItIsToldTo()
    {
        var net = new Throwing();
        var h = full([2, 3], 0.26, float64);
        var thrown = Assert.Throws<EquilibriumException>(() => net.call(h));
        Assert.Equal(6, thrown.Report.Evaluations);
        Assert.StartsWith("No equilibrium was found for Throwing: not converged after 6 evaluations", thrown.Message);
        Assert.Throws<EquilibriumException>(() => net.Solve(h, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void WhatIsNotANumberIsNamedWithItsEvaluation(int evaluation)
    {
        Tensor Script(int number, Tensor h) => number == evaluation ? h.mul(double.NaN) : h.cos();
        var h = Waves.Of(1, 2, 3);
        var found = new ToldAndReturning { Script = Script }.Solve(h, out var report);
        Assert.Equal((evaluation, evaluation - 1, false), (report.Evaluations, report.FirstNonFiniteEvaluation, report.Converged));
        Assert.True(found.isfinite().all().ToBoolean());

        var thrown = Assert.Throws<EquilibriumException>(() => new ToldAndThrowing { Script = Script }.call(h));
        Assert.Contains($"evaluation {evaluation} met numbers that are not finite", thrown.Message);
    }

    [Fact]
    public void WhatTheBlockThrowsArrivesAndLeavesNothing()
    {
        var net = new ToldAndReturning { Script = (number, h) => number == 3 ? throw new TimeoutException("The block gave up.") : h.cos() };
        var h = Waves.Of(1, 2, 3);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Throws<TimeoutException>(() => net.call(h));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(is_grad_enabled());
    }

    /// <summary>The block has a backward pass of its own, which fails within that of the equilibrium.</summary>
    [Fact]
    public void WhatFailsInTheBackwardPassOfTheBlockCanBeCaught()
    {
        var lost = Assert.IsType<EquilibriumException>(ThrownBy(new AroundAnEquilibrium(), _ => { }));
        Assert.StartsWith("No equilibrium was found for the gradient of LostBackwards: not converged after 5 evaluations", lost.Message);

        var gone = Assert.IsType<TimeoutException>(ThrownBy(new AroundACheckpoint(), net => net.Checkpointed.GivesUp = true));
        Assert.Equal("The block gave up.", gone.Message);
    }

    public void Dispose() => scope.Dispose();

    /// <summary>What is behind the exception of the backward pass; another pass succeeds afterwards.</summary>
    private static Exception ThrownBy<T>(T net, Action<T> afterForward)
        where T : Module<Tensor, Tensor>
    {
        var loss = net.call(Waves.Of(1, 2, 3)).sum();
        afterForward(net);
        var thrown = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.All(net.parameters(), parameter => Assert.Null(parameter.grad));

        var other = new PicardNet();
        other.call(Waves.Of(1, 2, Contraction.Width), Waves.Of(2, 2, Contraction.Width), ones(1, float64)).sum().backward();
        Assert.All(other.parameters(), parameter => Assert.NotNull(parameter.grad));
        return thrown.GetBaseException();
    }
}
