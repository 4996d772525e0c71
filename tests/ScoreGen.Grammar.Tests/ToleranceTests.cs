using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>A pass that stops once the state has settled.</summary>
public sealed class ToleranceTests
{
    /// <summary>From 4 towards 1 the states are 2.5, 1.75, 1.375: relative changes 0.375, 0.3, 0.214.</summary>
    [Fact]
    public void WithoutGradientsItStopsAtTheFirstStepBelowTheTolerance()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var model = new Settling();
        var end = model.ForwardUntil(full(2, 2, 4.0f), ones(2, 2), out var steps);

        Assert.Equal(3, steps);
        Assert.Equal(1.375f, end[0, 0].ToSingle(), 6);
        Assert.Equal(3, model.Evaluations);
        Assert.Equal(1.375f, model.call(full(2, 2, 4.0f), ones(2, 2))[0, 0].ToSingle(), 6);
        Assert.Equal(6, model.Evaluations);
    }

    [Fact]
    public void WithGradientsItTakesEveryStep()
    {
        using var scope = NewDisposeScope();
        var model = new Settling();
        model.ForwardUntil(full(2, 2, 4.0f), ones(2, 2), out var steps);
        model.call(full(2, 2, 4.0f), ones(2, 2));

        Assert.Equal(50, steps);
        Assert.Equal(100, model.Evaluations);
    }

    [Fact]
    public void StatesTraceAndEnergyTakeEveryStep()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var model = new Settling();
        var (h, target) = (full(2, 2, 4.0f), ones(2, 2));
        Assert.Equal(51, model.States(h, target).Length);
        Assert.Equal(50, model.Trace(h, target).Steps.Count);
        model.ForwardWithEnergy(h, target);

        Assert.Equal(150, model.Evaluations);
    }
}
