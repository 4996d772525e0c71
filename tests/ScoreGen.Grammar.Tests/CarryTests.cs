using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>What a block hands on from step to step, beyond what pairs of settings show.</summary>
public sealed class CarryTests
{
    [Fact]
    public void KeysOfEarlierStepsGrow()
    {
        using var scope = NewDisposeScope();
        var (state, carry) = new KeyMemory().ForwardWithCarry(randn(5, 4));

        Assert.Equal([5, 4], state.shape);
        Assert.Equal([5, 3, 8], carry!.shape);
        Assert.True(KeyMemory.Depth.HasCarry);
    }

    /// <summary>Null, an input, and what was handed in are none of the pass's own, and stay as they are.</summary>
    [Fact]
    public void WhatIsHandedOnMayBelongToSomeoneElse()
    {
        using var scope = NewDisposeScope();
        var (h, context) = (randn(5, 4), randn(2, 3));
        var model = new HandingOn();
        foreach (var next in new Func<Tensor, Tensor, Tensor?, Tensor?>[] { (_, _, _) => null, (state, _, _) => state, (_, given, _) => given, (_, given, memory) => memory ?? given })
        {
            model.Next = next;
            model.call(h, context).Dispose();
            foreach (var state in model.States(h, context))
            {
                state.Dispose();
            }

            Assert.False(h.IsInvalid || context.IsInvalid);
        }

        model.Next = (_, given, memory) => memory ?? given;
        Assert.Equal([2, 3], model.ForwardWithCarry(h, context).Carry!.shape);
        model.Next = (_, _, _) => null;
        Assert.Null(model.ForwardWithCarry(h, context).Carry);
    }

    /// <summary>Of four steps the first two run without gradients: nothing that they hand on has a graph, not even an input that asks for gradients.</summary>
    [Fact]
    public void TruncatedHandsOnWithoutAGraph()
    {
        using var scope = NewDisposeScope();
        var (h, context) = (randn(5, 4, requires_grad: true), randn(5, 4, requires_grad: true));
        var model = new HandingOn { Next = (state, _, _) => state };
        model.call(h, context).sum().backward();

        Assert.Equal([null, false, false, false], model.Given[..3].Append(model.Given[2]));
        Assert.Null(h.grad);
    }

    [Fact]
    public void CheckpointedStepsHaveTheGradientsOfAPlainLoop()
    {
        using var scope = NewDisposeScope();
        var model = new RecalledMomentum().to(ScalarType.Float64);
        var h = randn(3, 4, dtype: ScalarType.Float64, requires_grad: true);
        var (end, memory) = model.ForwardWithCarry(h);
        (end.square().sum() + memory!.sin().sum()).backward();
        List<Tensor> actual = [h.grad!.clone(), .. model.parameters().Select(parameter => parameter.grad!.clone())];

        model.zero_grad();
        h.grad!.zero_();
        var mix = (TorchSharp.Modules.Linear)model.named_children().Single().module;
        var (state, velocity) = (h, mix.call(h).tanh());
        for (var step = 0; step < 5; step++)
        {
            velocity = step == 0 ? velocity : (0.5 * velocity) + mix.call(state).tanh();
            state = (0.8 * state) + (0.2 * velocity);
        }

        (state.square().sum() + velocity.sin().sum()).backward();
        Assert.All(model.parameters().Select(parameter => parameter.grad!).Prepend(h.grad!).Zip(actual), pair => Assert.True((pair.First - pair.Second).abs().max().ToDouble() < 1e-12));
    }

    [Fact]
    public void APassLeavesNothingBehindButItsResults()
    {
        using var keys = new KeyMemory();
        using var momentum = new RecalledMomentum();
        foreach (var recording in new[] { true, false })
        {
            using var mode = set_grad_enabled(recording);
            Leaks.RequireNone(() =>
            {
                var h = linspace(-1, 1, 8).view(2, 4);
                foreach (var model in new nn.Module<Tensor, Tensor>[] { keys, momentum })
                {
                    model.call(h).Dispose();
                    var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
                    model.call(h);
                    Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
                }

                keys.ForwardWithCarry(h);
                keys.States(h);
                keys.Trace(h);
                momentum.ForwardWithEnergy(h);
            });
        }
    }
}
