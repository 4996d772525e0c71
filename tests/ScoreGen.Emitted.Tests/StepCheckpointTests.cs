using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>A checkpointed step has the values and the gradients of the step itself, whatever of it is used.</summary>
public sealed class StepCheckpointTests : IDisposable
{
    /// <summary>A module without parameters: the weights of these steps are nobody's.</summary>
    private static readonly nn.Module Module = nn.Identity();

    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0, 2)]
    [InlineData(0, 1, 2)]
    public void GradientsAreThoseOfTheStepForAnyUseOfItsOutputs(params int[] used)
    {
        Assert.Equal(Gradients(Step, used), Gradients((weight, inputs) => StepCheckpoint.Run(Module, given => Step(weight, given), inputs), used));
    }

    [Fact]
    public void OutputsKeepTheirShapesAndDtypes()
    {
        var outputs = StepCheckpoint.Run(Module, _ => [ones(2, 3, requires_grad: true), ones([], dtype: ScalarType.Float64), zeros(4)], ones(1));
        Assert.Equal(["2,3 Float32", " Float64", "4 Float32"], outputs.Select(output => $"{string.Join(',', output.shape)} {output.dtype}"));
    }

    [Fact]
    public void WhatNothingWantsGradientsOfAsksForNone()
    {
        var weight = ones(3);
        Assert.All(StepCheckpoint.Run(Module, given => Step(weight, given), ones(3), null), output => Assert.False(output.requires_grad));
        weight.requires_grad_();
        Assert.All(StepCheckpoint.Run(Module, given => Step(weight, given), ones(3), null), output => Assert.True(output.requires_grad));
        using var off = no_grad();
        Assert.All(StepCheckpoint.Run(Module, given => Step(weight, given), ones(3), null), output => Assert.False(output.requires_grad));
    }

    [Fact]
    public void RandomNumbersAreDrawnAgain()
    {
        TestDevice.Seed(1);
        var weight = ones(100, requires_grad: true);
        var output = StepCheckpoint.Run(Module, given => [nn.functional.dropout(given[0].mul(weight), 0.5, training: true)], ones(100))[0];
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
            StepCheckpoint.Run(Module, given => Step(weight, given), state, null)[1].sum().backward();
        }
    }

    /// <summary>The weight and the bias of a layer, and the state: each alone, then two of them.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0, 2)]
    public void OnlyWhatIsAskedForGetsAGradient(params int[] asked)
    {
        var (layer, state) = (nn.Linear(3, 3), randn(2, 3, requires_grad: true));
        Tensor[] leaves = [layer.weight!, layer.bias!, state];
        Tensor Loss(bool isCheckpointed)
        {
            var h = state;
            for (var step = 0; step < 3; step++)
            {
                h = isCheckpointed ? StepCheckpoint.Run(layer, given => [layer.call(given[0]).tanh()], h)[0] : layer.call(h).tanh();
            }

            return h.square().sum();
        }

        List<string> Gradients(bool isCheckpointed, bool isFunctional)
        {
            layer.weight!.grad = ones(3, 3);
            layer.bias!.grad = null;
            state.grad = null;
            Tensor[] targets = [.. asked.Select(index => leaves[index])];
            if (isFunctional)
            {
                return [.. autograd.grad([Loss(isCheckpointed)], targets).Concat(leaves.Select(leaf => leaf.grad)).Select(Text)];
            }

            Loss(isCheckpointed).backward(inputs: targets);
            return [.. leaves.Select(leaf => Text(leaf.grad))];
        }

        Assert.Equal(Gradients(false, isFunctional: false), Gradients(true, isFunctional: false));
        Assert.Equal(Gradients(false, isFunctional: true), Gradients(true, isFunctional: true));
    }

    [Fact]
    public void ASecondBackwardPassAddsTheSameGradientsAgain()
    {
        var (layer, state) = (nn.Linear(3, 3), randn(2, 3, requires_grad: true));
        var loss = StepCheckpoint.Run(layer, given => [layer.call(given[0]).tanh()], state)[0].square().sum();
        loss.backward(retain_graph: true);
        var once = layer.weight!.grad!.clone();
        loss.backward(retain_graph: true);
        Assert.True(once.mul(2).allclose(layer.weight!.grad!));
        loss.backward(retain_graph: true, inputs: [state]);
        Assert.True(once.mul(2).allclose(layer.weight!.grad!));
        loss.backward();
        Assert.True(once.mul(3).allclose(layer.weight!.grad!));
    }

    /// <summary>Each step reaches behind the tensor, and whoever computed the tensor may use it beside the pass.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void ATensorFromElsewhereCarriesGradientsToWhatItWasComputedFrom(bool isDeep, bool isUsedBeside)
    {
        foreach (var (right, given) in Pass(Step).Zip(Pass((weight, inputs) => StepCheckpoint.Run(Module, given => Step(weight, given), inputs))))
        {
            Assert.Equal(right, given, 1e-14);
        }

        double[] Pass(Func<Tensor, Tensor[], Tensor[]> step)
        {
            var weight = tensor(new[] { 0.3, -0.2, 0.7 }, requires_grad: true);
            var other = tensor(new[] { 0.5, 0.4, -0.1 }, requires_grad: true);
            var elsewhere = isDeep ? weight.mul(other).tanh() : weight.mul(other);
            var state = ones(3, dtype: ScalarType.Float64);
            for (var i = 0; i < 3; i++)
            {
                state = step(elsewhere, [state])[0];
            }

            var loss = isUsedBeside ? state.sum().add(elsewhere.square().sum()) : state.sum();
            loss.backward();
            return [.. weight.grad!.data<double>(), .. other.grad!.data<double>()];
        }

        static Tensor[] Step(Tensor elsewhere, Tensor[] inputs) => [inputs[0].mul(elsewhere).sin().add(inputs[0])];
    }

    /// <summary>Who asks for the gradients of some tensors only gets those that the graph of the pass leads to: the step's inputs and weights.</summary>
    [Fact]
    public void WhatLiesBehindATensorFromElsewhereIsFoundByBackwardAlone()
    {
        var (weight, state) = (ones(3, requires_grad: true), ones(3, requires_grad: true));
        Pass().backward(inputs: [state, weight]);
        Assert.NotNull(state.grad);
        Assert.Null(weight.grad);

        Pass().backward();
        Assert.NotNull(weight.grad);

        Tensor Pass()
        {
            var elsewhere = weight.mul(2);
            return StepCheckpoint.Run(Module, given => [given[0].mul(elsewhere).sin()], state)[0].sum();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnExceptionOfTheSecondComputationReachesTheCaller(bool asksForSome)
    {
        var (layer, state) = (nn.Linear(3, 3), randn(2, 3, requires_grad: true));
        using var stop = new CancellationTokenSource();
        var loss = StepCheckpoint.Run(
            layer,
            given =>
            {
                stop.Token.ThrowIfCancellationRequested();
                return [layer.call(given[0])];
            },
            state)[0].sum();
        layer.weight!.grad = ones(3, 3);
        var random = get_rng_state();
        stop.Cancel();

        var thrown = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => loss.backward(inputs: asksForSome ? [state] : null));
        Assert.IsType<OperationCanceledException>(thrown.InnerException);
        Assert.True(layer.weight!.grad!.equal(ones(3, 3)).all().ToBoolean());
        Assert.True(random.equal(get_rng_state()).all().ToBoolean());
    }

    private static string Text(Tensor? tensor) => tensor is null ? "none" : string.Join(' ', tensor.data<float>().Select(value => value.ToString("F4", System.Globalization.CultureInfo.InvariantCulture)));

    public void Dispose() => scope.Dispose();

    /// <summary>Three outputs of different shapes, of an input that is there and one that may be.</summary>
    private static Tensor[] Step(Tensor weight, Tensor?[] inputs)
    {
        var h = inputs[0]!.mul(weight).tanh();
        return [h, h.square().sum(), (inputs[1] is { } context ? h.mul(context) : h).unsqueeze(0)];
    }

    private static List<float> Gradients(Func<Tensor, Tensor?[], Tensor[]> run, int[] used)
    {
        TestDevice.Seed(3);
        var (weight, state, context) = (randn(3, requires_grad: true), randn(3, requires_grad: true), randn(3, requires_grad: true));
        var outputs = run(weight, [state, context]);
        used.Select(index => outputs[index].square().sum()).Aggregate((sum, loss) => sum + loss).backward();
        return [.. new[] { weight, state, context }.SelectMany(leaf => (leaf.grad ?? zeros(3)).data<float>().ToArray())];
    }
}
