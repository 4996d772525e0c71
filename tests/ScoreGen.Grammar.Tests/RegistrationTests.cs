using ScoreGen.Grammar.Tests.Models;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Weights of each step's own are counted when a model is built, as far as they are there by then.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void WeightsOfAnotherNumberThanStepsAreRefusedWhenTheModelIsBuilt()
    {
        using var scope = NewDisposeScope();

        Assert.Contains("AdaptedNet.adapters has 2 modules for 3 steps", Refusal(() => new AdaptedNet(count: 2)), StringComparison.Ordinal);
        Assert.Contains("AdaptedNet.scales is [4, 4] of Float32: it needs exactly one row for each of 3 steps", Refusal(() => new AdaptedNet(rows: 4)), StringComparison.Ordinal);
        Assert.Contains("AdaptedNet.shifts has 1 parameter for 3 steps", Refusal(() => new AdaptedNet(entries: 1)), StringComparison.Ordinal);
        Assert.Contains("Counted.layers has 3 modules for 2 steps", Refusal(() => new Counted(before: 3)), StringComparison.Ordinal);
        Assert.Equal(9, new AdaptedNet().parameters().Count());
    }

    [Fact]
    public void AListThatIsFilledAfterwardsIsCountedByThePass()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        Assert.Equal(h.shape, new Counted(before: 0, after: 2).call(h).shape);
        Assert.Contains("Counted.layers has 3 modules for 2 steps", Refusal(() => new Counted(before: 0, after: 3).call(h)), StringComparison.Ordinal);
        Assert.Contains("Counted.layers has 3 modules for 2 steps", Refusal(() => new Counted(before: 2, after: 1).call(h)), StringComparison.Ordinal);
    }

    [Fact]
    public void ADerivedClassIsCountedByItsOwnSteps()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        Assert.Equal(h.shape, new CountedAnew(before: 3).call(h).shape);
        Assert.Contains("CountedAnew.layers has 2 modules for 3 steps", Refusal(() => new CountedAnew(before: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMadeAfterABaseClassHasRegisteredIsCountedByThePass()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        Assert.Equal(h.shape, new CountedLate(2).call(h).shape);
        Assert.Contains("CountedLate.scales is [3, 4]", Refusal(() => new CountedLate(3).call(h)), StringComparison.Ordinal);
    }

    [Fact]
    public void ARegistrationByHandLeavesItToThePass()
    {
        using var scope = NewDisposeScope();
        var model = new CountedByThePass(3);

        Assert.Contains("CountedByThePass.scales is [3, 4]", Refusal(() => model.call(randn(2, 4))), StringComparison.Ordinal);
    }

    private static string Refusal(Action build) => Assert.Throws<InvalidOperationException>(build).Message;
}
