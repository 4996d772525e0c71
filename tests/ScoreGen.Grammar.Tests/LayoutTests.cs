using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Which weights a step uses, and how many steps there are.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void AStackOfSizeOneIsTheLayersOneAfterTheOther()
    {
        using var scope = NewDisposeScope();
        var model = new PlainStack();
        var h = randn(2, 4);
        var expected = model.layers.Aggregate(h, (state, layer) => layer.call(state));

        Assert.True(model.call(h).equal(expected).all().ToBoolean());
    }

    [Fact]
    public void TiedWeightsMakeSkip05Score()
    {
        using var scope = NewDisposeScope();
        var model = new Skip05(3);
        var tied = model.layers[0].state_dict();
        model.layers[1].load_state_dict(tied);
        model.layers[2].load_state_dict(tied);
        var h = randn(2, 4);
        var expected = h;
        for (var step = 0; step < 3; step++)
        {
            expected = (0.5 * expected) + (0.5 * model.layers[0].call(expected));
        }

        Assert.True(model.call(h).allclose(expected, rtol: 1e-6, atol: 1e-7));
    }

    [Theory]
    [InlineData(2, "Skip05.layers has 2 modules for 3 steps")]
    [InlineData(4, "Skip05.layers has 4 modules for 3 steps")]
    public void AListOfAnotherLengthIsRefusedByName(int count, string expected)
    {
        using var scope = NewDisposeScope();
        var exception = Assert.Throws<InvalidOperationException>(() => new Skip05(count).call(randn(2, 4)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Without the check the result of width 1 would be stretched over the state.</summary>
    [Fact]
    public void AWidthThatChangesLaterIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);
        var (stack, phase) = (new NarrowStack(1), new NarrowPhase(1));

        Assert.All<Action>(
            [() => stack.call(h), () => stack.ForwardSteps(2, h), () => stack.ForwardWithEnergy(h)],
            pass => Assert.Contains("NarrowStack.layers was given a state", Assert.Throws<InvalidOperationException>(pass).Message, StringComparison.Ordinal));
        Assert.All<Action>(
            [() => phase.call(h), () => phase.ForwardWithEnergy(h)],
            pass => Assert.Contains("NarrowPhase.second was given a state", Assert.Throws<InvalidOperationException>(pass).Message, StringComparison.Ordinal));
        new NarrowStack(4).call(h);
        new NarrowPhase(4).call(h);
    }

    [Fact]
    public void PhasesShareOneHorizon()
    {
        Assert.Equal(6, TwoPhases.Depth.Steps);
        Assert.All(TwoPhases.Depth.Dt, dt => Assert.Equal(1.0 / 6, dt, 15));
        Assert.Equal(1, TwoPhases.Depth.Horizon, 14);
    }

    [Fact]
    public void StepsAtRunTimeKeepToWhatTheLayoutHas()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        RequireRange(steps => new Skip05(3).ForwardSteps(steps, h), allowed: [1, 3], refused: [0, 4]);
        RequireRange(steps => new Scheduled().ForwardSteps(steps, h), allowed: [1, 3], refused: [-1, 4]);
        RequireRange(steps => new LearnedPerStep(3).ForwardSteps(steps, h), allowed: [1, 3], refused: [0, 4]);
        RequireRange(steps => new LearnedPerModel(1).ForwardSteps(steps, h), allowed: [1, 3, 9], refused: [0, -2]);
    }

    [Fact]
    public void AStepAtRunTimeIsAStepOfTheUnrolledPass()
    {
        using var scope = NewDisposeScope();
        var model = new Scheduled();
        var h = randn(2, 4);
        var states = model.States(h);

        for (var steps = 1; steps <= 3; steps++)
        {
            Assert.True(model.ForwardSteps(steps, h).equal(states[steps]).all().ToBoolean());
        }
    }

    [Fact]
    public void WithWeightsOfItsOwnThereAreAsManyStepsAsWeights()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 4);

        RequireRange(steps => new AdaptedNet().ForwardSteps(steps, h), allowed: [1, 3], refused: [0, 4]);
    }

    /// <summary>1 + 10 + 1 + 10, and a state that is called like the member.</summary>
    [Fact]
    public void EachCycleStartsWithTheFirstRow()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([22f], new Adding().call(zeros(1)).data<float>());
        Assert.Equal([12f], new Adding().ForwardSteps(3, zeros(1)).data<float>());
    }

    [Fact]
    public void EachStepsOwnWeightsGetTheirGradientAndNothingIsLeftBehind()
    {
        using var model = new AdaptedNet();
        Leaks.RequireNone(() =>
        {
            model.zero_grad();
            model.call(linspace(-1, 1, 8).view(2, 4)).square().sum().backward();
            Assert.All(model.parameters(), parameter => Assert.True(parameter.grad!.abs().max().ToDouble() > 0));
            model.States(linspace(-1, 1, 8).view(2, 4));
        });
    }

    [Fact]
    public void ASlopeIsTheLargestOverTheSteps()
    {
        using var scope = NewDisposeScope();
        var model = new AdaptedNet();
        model.named_parameters().Single(item => item.name == "adapters.2.weight").parameter.detach().mul_(20);

        Assert.True(model.Spectrum(zeros(2, 4)).Lipschitz > 3);
    }

    private static void RequireRange(Func<int, Tensor> pass, int[] allowed, int[] refused)
    {
        Assert.All(allowed, steps => Assert.Equal(2, pass(steps).shape.Length));
        Assert.All(refused, steps => Assert.Throws<ArgumentOutOfRangeException>(() => pass(steps)));
    }
}
