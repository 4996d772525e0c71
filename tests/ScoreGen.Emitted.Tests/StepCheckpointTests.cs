using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>A checkpointed step has the values and the gradients of the step itself, whatever of it is used.</summary>
public sealed class StepCheckpointTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0, 2)]
    [InlineData(0, 1, 2)]
    public void GradientsAreThoseOfTheStepForAnyUseOfItsOutputs(params int[] used)
    {
        Assert.Equal(Gradients(Step, used), Gradients((weight, inputs) => StepCheckpoint.Run(given => Step(weight, given), inputs), used));
    }

    [Fact]
    public void OutputsKeepTheirShapesAndDtypes()
    {
        var outputs = StepCheckpoint.Run(_ => [ones(2, 3, requires_grad: true), ones([], dtype: ScalarType.Float64), zeros(4)], ones(1));
        Assert.Equal(["2,3 Float32", " Float64", "4 Float32"], outputs.Select(output => $"{string.Join(',', output.shape)} {output.dtype}"));
    }

    [Fact]
    public void WhatNothingWantsGradientsOfAsksForNone()
    {
        var weight = ones(3);
        Assert.All(StepCheckpoint.Run(given => Step(weight, given), ones(3), null), output => Assert.False(output.requires_grad));
        weight.requires_grad_();
        Assert.All(StepCheckpoint.Run(given => Step(weight, given), ones(3), null), output => Assert.True(output.requires_grad));
        using var off = no_grad();
        Assert.All(StepCheckpoint.Run(given => Step(weight, given), ones(3), null), output => Assert.False(output.requires_grad));
    }

    [Fact]
    public void RandomNumbersAreDrawnAgain()
    {
        manual_seed(1);
        var weight = ones(100, requires_grad: true);
        var output = StepCheckpoint.Run(given => [nn.functional.dropout(given[0]!.mul(weight), 0.5, training: true)], ones(100))[0];
        var drawn = output.detach().clone();
        randn(7);
        output.sum().backward();
        Assert.True(drawn.equal(weight.grad!).all().ToBoolean());
    }

    [Fact]
    public void NothingStaysBehind()
    {
        var (weight, state) = (ones(3, requires_grad: true), ones(3, requires_grad: true));
        Pass();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Pass();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Pass()
        {
            using var pass = NewDisposeScope();
            StepCheckpoint.Run(given => Step(weight, given), state, null)[1].sum().backward();
        }
    }

    public void Dispose() => scope.Dispose();

    /// <summary>Three outputs of different shapes, of an input that is there and one that may be.</summary>
    private static Tensor[] Step(Tensor weight, Tensor?[] inputs)
    {
        var h = inputs[0]!.mul(weight).tanh();
        return [h, h.square().sum(), (inputs[1] is { } context ? h.mul(context) : h).unsqueeze(0)];
    }

    private static List<float> Gradients(Func<Tensor, Tensor?[], Tensor[]> run, int[] used)
    {
        manual_seed(3);
        var (weight, state, context) = (randn(3, requires_grad: true), randn(3, requires_grad: true), randn(3, requires_grad: true));
        var outputs = run(weight, [state, context]);
        used.Select(index => outputs[index].square().sum()).Aggregate((sum, loss) => sum + loss).backward();
        return [.. new[] { weight, state, context }.SelectMany(leaf => (leaf.grad ?? zeros(3)).data<float>().ToArray())];
    }
}
