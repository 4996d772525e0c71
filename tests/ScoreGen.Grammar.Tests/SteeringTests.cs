using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Gates, learned stages, exits, halting and maps between steps beyond what pairs of settings show.</summary>
public sealed class SteeringTests
{
    [Fact]
    public void WhereTheWeightsAreZeroTheStepIsTheClassicalOne()
    {
        using var scope = NewDisposeScope();
        TestDevice.Seed(1);
        var classical = new UnweighedNet().to(ScalarType.Float64);
        TestDevice.Seed(1);
        var learned = new WeighedNet(4).to(ScalarType.Float64);
        var h = randn(5, 4, dtype: ScalarType.Float64);

        Assert.True((learned.call(h) - classical.call(h)).abs().max().ToDouble() < 1e-14);
    }

    [Fact]
    public void WhatDoesNotFitTheStateIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var h = randn(5, 4);

        Assert.Contains("GatedNet.Gate was given a state [5, 4] of Float32 and returned [3, 5, 4]", Message(() => new GatedNet { Instead = ones(3, 5, 4) }.call(h)), StringComparison.Ordinal);
        Assert.Contains("returned [5, 2]", Message(() => new GatedNet { Instead = ones(5, 2) }.call(h)), StringComparison.Ordinal);
        Assert.Contains("of Float64", Message(() => new GatedNet { Instead = ones(1, dtype: ScalarType.Float64) }.call(h)), StringComparison.Ordinal);
        Assert.Contains("WeighedNet.weights is [3]", Message(() => new WeighedNet(3).call(h)), StringComparison.Ordinal);
        Assert.Contains("a vector of 4 elements", Message(() => new WeighedNet(4, 1).call(h)), StringComparison.Ordinal);
        using var off = no_grad();
        Assert.Contains("HalvingNet.Settled returned [4] of Bool", Message(() => new HalvingNet { Instead = ones(4, dtype: ScalarType.Bool) }.call(h)), StringComparison.Ordinal);
        Assert.Contains("returned [5] of Float32", Message(() => new HalvingNet { Instead = ones(5) }.call(h)), StringComparison.Ordinal);
        new GatedNet { Instead = ones(Array.Empty<long>()) }.call(h);
    }

    [Fact]
    public void WhatHasSettledKeepsItsState()
    {
        using var scope = NewDisposeScope();
        var model = new HalvingNet();
        var h = tensor(new[] { 1.5f, 6, 3 }).view(3, 1);

        using (no_grad())
        {
            Assert.Equal([0.75f, 0.75f, 0.75f], model.ForwardUntil(h, out var steps).data<float>());
            Assert.Equal(3, steps);
            Assert.Equal([0.75f, 0.75f, 0.75f], model.call(h).data<float>());
        }

        Assert.Equal(6 / 64f, model.ForwardUntil(h, out var all).data<float>()[1]);
        Assert.Equal(6, all);
    }

    [Fact]
    public void AnExitLeavesNothingBehind()
    {
        using var off = no_grad();
        Leaks.RequireNone(() =>
        {
            var h = linspace(1, 40, 12).view(3, 4);
            new HalvingNet().ForwardUntil(h, out _).Dispose();
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            new HalvingNet().ForwardUntil(h, out _);
            Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        });
    }

    [Fact]
    public void WithoutGradientsThePassEndsWhenNoPositionRuns()
    {
        using var scope = NewDisposeScope();
        var model = new PonderingNet();
        Biased(model, "stop.bias", 9);
        var h = randn(5, 4);

        model.call(h);
        Assert.Equal(4, model.Evaluations);
        using var off = no_grad();
        model.call(h);
        Assert.Equal(5, model.Evaluations);
    }

    [Fact]
    public void HaltingLeavesNothingBehind()
    {
        foreach (var recording in new[] { true, false })
        {
            using var mode = set_grad_enabled(recording);
            foreach (var model in new nn.Module<Tensor, Tensor>[] { new PonderingNet(), new UniversalNet(), new ExitingNet() })
            {
                Leaks.RequireNone(() =>
                {
                    var h = linspace(-1, 1, 12).view(3, 4);
                    model.call(h).Dispose();
                    var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
                    model.call(h);
                    Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
                });
            }
        }
    }

    /// <summary>The map is of the new state, once a step; the energy is that of the step alone.</summary>
    [Fact]
    public void AMapIsAppliedOnceAStep()
    {
        using var scope = NewDisposeScope();
        var (asked, model) = (new List<Tensor>(), new NormedNet());
        model.Instead = h => Keep(asked, h.mul(0));
        var end = model.call(ones(2, 4));

        Assert.Equal(3, asked.Count);
        Assert.Equal(0, end.abs().max().ToDouble());
        model.Instead = h => h;
        var energy = model.ForwardWithEnergy(ones(2, 4)).Energy.ToDouble();
        Assert.Equal(energy, new[] { 0, 1, 2 }.Sum(step => model.States(ones(2, 4)) is var states ? 3 * (states[step + 1] - states[step]).square().mean().ToDouble() : 0), 5);
    }

    /// <summary>What a map returns may belong to someone else: an input of the pass, or a tensor that the module keeps.</summary>
    [Fact]
    public void AMapMayReturnWhatIsNotThePasses()
    {
        using var scope = NewDisposeScope();
        var (h, kept) = (ones(2, 4), full(2, 4, 7.0f));
        foreach (var given in new[] { h, kept })
        {
            var model = new NormedNet { Instead = _ => given };
            var end = model.call(h);
            end.Dispose();
            foreach (var state in model.States(h))
            {
                state.Dispose();
            }

            Assert.False(given.IsInvalid);
        }

        Assert.Equal([1f, 7f], new[] { h, kept }.Select(tensor => tensor[0, 0].ToSingle()));
    }

    [Fact]
    public void AMapThatDoesNotFitTheStateIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var h = randn(5, 4);

        Assert.Contains("NormedNet.Normalize was given a state [5, 4] of Float32 and returned [5, 1]", Message(() => new NormedNet { Instead = next => next.mean([-1], keepdim: true) }.call(h)), StringComparison.Ordinal);
        Assert.Contains("of Float64", Message(() => new NormedNet { Instead = next => next.to(ScalarType.Float64) }.States(h)), StringComparison.Ordinal);
        Assert.Contains("returned null", Message(() => new NormedNet { Instead = _ => null! }.call(h)), StringComparison.Ordinal);
    }

    [Fact]
    public void AMapLeavesNothingBehind()
    {
        using var model = new NormedNet();
        Leaks.RequireNone(() =>
        {
            var h = linspace(-1, 1, 8).view(2, 4);
            model.call(h);
            model.ForwardWithEnergy(h);
            model.ForwardSteps(5, h);
        });
    }

    private static Tensor Keep(List<Tensor> asked, Tensor tensor)
    {
        asked.Add(tensor);
        return tensor;
    }

    [Fact]
    public void OnlyTheChosenTokensEnterTheBlock()
    {
        using var scope = NewDisposeScope();
        var model = new RoutedNet();
        var h = randn(3, 8, 4);

        var (state, logits, depths) = model.ForwardWithRouting(h, h);

        Assert.Equal([8L, 4L, 4L], model.Tokens);
        Assert.Equal([3, 3, 8], logits.shape);
        Assert.Equal([12L, 0L, 12L], Enumerable.Range(1, 3).Select(steps => depths.eq(steps).sum().ToInt64()));
        Assert.Equal(model.Trace(h, h).Steps[^1].StateNorm, state.norm().ToDouble(), 1e-5);
    }

    [Fact]
    public void WithoutGradientsThePassEndsWhenNoTokenGoesOn()
    {
        using var scope = NewDisposeScope();
        var model = new SelfRoutedNet();
        Biased(model, "route.bias", 9, at: 1);
        var h = randn(2, 5, 4);

        model.call(h);
        Assert.Equal(3, model.Evaluations);
        using var off = no_grad();
        model.call(h);
        Assert.Equal(5, model.Evaluations);
    }

    [Fact]
    public void WhatIsNoScoreOfTheTokensIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var h = randn(2, 5, 4);

        Assert.Contains("RoutedNet.Route returned [2, 4] of Float32 for a state [2, 5, 4] of Float32. It must return one score for each token, [2, 5] or [2, 5, 1]", Message(() => new RoutedNet { Instead = ones(2, 4) }.call(h, h)), StringComparison.Ordinal);
        Assert.Contains("RoutedNet.Route routes the tokens of a state [batch, tokens, features], and was given one [5, 4]", Message(() => new RoutedNet().call(h[0], h[0])), StringComparison.Ordinal);
        Assert.Contains("The context place is [3, 5, 4] of Float32; it is marked [ScorePerToken] and must be [2, 5, …] or [1, 5, …].", Message(() => new RoutedNet().call(h, randn(3, 5, 4))), StringComparison.Ordinal);
    }

    [Fact]
    public void RoutingLeavesNothingBehind()
    {
        var (routed, self) = (new RoutedNet(), new SelfRoutedNet());
        foreach (var recording in new[] { true, false })
        {
            using var mode = set_grad_enabled(recording);
            Leaks.RequireNone(() =>
            {
                var h = linspace(-1, 1, 24).view(2, 3, 4);
                routed.call(h, h).Dispose();
                self.call(h).Dispose();
                var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
                routed.call(h, h);
                self.call(h);
                Assert.Equal(before + 2, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            });
        }
    }

    /// <summary>No more is alive at an evaluation of a later step than at that of the second, but for the scores of a router, which are returned.</summary>
    [Fact]
    public void MemoryDoesNotGrowWithTheStepsWithoutGradients()
    {
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var (h, tokens) = (randn(3, 4), randn(2, 3, 4));
        RequireSteady(new GatedNet(), model => model.ForwardSteps(9, h));
        RequireSteady(new KeepAndWriteNet(), model => model.ForwardSteps(9, h));
        RequireSteady(new WeighedNet(4), model => model.ForwardSteps(9, h), stages: 4);
        RequireSteady(new MixedNet(), model => model.ForwardSteps(9, h), stages: 2);
        RequireSteady(new NormedNet(), model => model.ForwardSteps(9, h));
        RequireSteady(new RestlessNet(), model => model.ForwardUntil(h, out _));
        RequireSteady(Biased(new PonderingNet(), "stop.bias", -9), model => model.ForwardWithPonder(h).State);
        RequireSteady(Biased(new UniversalNet(), "halt.0.bias", -9), model => model.ForwardWithPonder(h).State);
        RequireSteady(Biased(new ExitingNet(), "stop.bias", -9), model => model.call(h));
        RequireSteady(new RoutedNet(), model => model.call(tokens, tokens), ofEachStep: 1);
        RequireSteady(Biased(new SelfRoutedNet(), "route.bias", 9, at: 2), model => model.call(tokens));
    }

    private static TModel Biased<TModel>(TModel model, string bias, double value, int at = 0)
        where TModel : nn.Module
    {
        model.named_parameters().Single(item => item.name == bias).parameter.detach()[at].fill_(value);
        return model;
    }

    private static void RequireSteady<TModel>(TModel model, Func<TModel, Tensor> pass, int stages = 1, int ofEachStep = 0)
        where TModel : nn.Module
    {
        var alive = new List<long>();
        var mix = (Linear)model.named_children().Single(child => child.name == "mix").module;
        mix.register_forward_hook((_, _, output) =>
        {
            alive.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            return output;
        });
        using var end = pass(model);

        var steps = alive.Chunk(stages).ToList();
        Assert.True(steps.Count >= 3, $"{typeof(TModel).Name} took {steps.Count} steps");
        Assert.All(steps.Index().Skip(2), step => Assert.All(step.Item.Zip(steps[1]), count => Assert.InRange(count.First, 0, count.Second + ((step.Index - 1) * ofEachStep))));
    }

    private static string Message(Action pass) => Assert.Throws<InvalidOperationException>(pass).Message;
}
