using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Numbers and sizes of steps that are chosen at run time.</summary>
public sealed class HorizonTests
{
    /// <summary>At the same depth time the error of n steps of fourth order falls with n^-4.</summary>
    [Fact]
    public void MoreStepsOverTheSameHorizonComeCloserToTheFlow()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        TestDevice.Seed(1);
        var model = new Elastic().to(ScalarType.Float64);
        var h = randn(3, 4, dtype: ScalarType.Float64);
        var flow = model.ForwardSteps(64, h);
        double Error(int steps) => (model.ForwardSteps(steps, h) - flow).norm().ToDouble();

        Assert.InRange(Math.Log2(Error(2) / Error(4)), 3.5, 4.5);
        Assert.InRange(Math.Log2(Error(4) / Error(8)), 3.7, 4.3);
        Assert.True((model.ForwardSteps(4, h) - model.call(h)).abs().max().ToDouble() < 1e-14);
    }

    [Fact]
    public void AScheduleOfTheDeclaredSizesIsForward()
    {
        using var scope = NewDisposeScope();
        var model = new Elastic().to(ScalarType.Float64);
        var h = randn(3, 4, dtype: ScalarType.Float64);

        Assert.True((model.ForwardSchedule([.. Elastic.Depth.Dt], h) - model.call(h)).abs().max().ToDouble() < 1e-14);
    }

    [Fact]
    public void AScheduleThatCannotBeIsRefusedBeforeAnythingIsComputed()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        Assert.Throws<ArgumentException>("dt", () => new Elastic().ForwardSchedule([], h));
        Assert.Throws<ArgumentException>("dt", () => new Elastic().ForwardSchedule(null!, h));
        Assert.Throws<ArgumentOutOfRangeException>("dt", () => new Elastic().ForwardSchedule([0.5, -1], h));
        Assert.Contains("1 to 3 steps, as each has weights of its own", Assert.Throws<ArgumentException>("dt", () => new Skip05(3).ForwardSchedule([1, 1, 1, 1], h)).Message, StringComparison.Ordinal);
        Assert.Contains("6 steps, those of its phases", Assert.Throws<ArgumentException>("dt", () => new TwoPhases().ForwardSchedule([1, 1], h)).Message, StringComparison.Ordinal);
        Assert.Equal([2, 4], new Skip05(3).ForwardSchedule([0.1, 0.2], h).shape);
    }

    [Fact]
    public void APassLeavesNothingBehind()
    {
        using var model = new Elastic();
        Leaks.RequireNone(() =>
        {
            var h = linspace(-1, 1, 8).view(2, 4);
            model.ForwardSteps(6, h);
            model.ForwardSchedule([0.1, 0.2, 0.3], h);
        });
    }
}
