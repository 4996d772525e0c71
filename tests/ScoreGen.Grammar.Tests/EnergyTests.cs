using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>The regulariser that a pass has at hand.</summary>
public sealed class EnergyTests
{
    [Fact]
    public void ItCostsNoEvaluation()
    {
        using var scope = NewDisposeScope();
        var model = new FullHeun();
        model.ForwardWithEnergy(randn(3, 8), randn(3, 32));

        Assert.Equal(FullHeun.Depth.Evaluations, model.Evaluations);
    }

    /// <summary>From 4 towards 1 with dt = 0.5: fields -3, -1.5, …, so that the sum is 0.5·9·(1 + 1/4 + 1/16 + …) = 6.</summary>
    [Fact]
    public void ItIsTheSumOfTheSquaredFields()
    {
        using var scope = NewDisposeScope();
        var (_, energy) = new Settling().ForwardWithEnergy(full(2, 2, 4.0f), ones(2, 2));

        Assert.Equal(6, energy.ToSingle(), 5);
    }

    [Fact]
    public void TheStateIsThatOfForward()
    {
        using var scope = NewDisposeScope();
        var model = new TwoPhases();
        var h = randn(2, 4);

        Assert.True(model.ForwardWithEnergy(h).State.equal(model.call(h)).all().ToBoolean());
    }

    [Fact]
    public void APassLeavesNothingBehindButItsTwoResults()
    {
        using var model = new TwoPhases();
        using var h = randn(2, 4);
        model.ForwardWithEnergy(h).State.Dispose();
        Leaks.RequireNone(() => model.ForwardWithEnergy(h));
    }
}
