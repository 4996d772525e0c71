using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>The largest singular value is that of the explicit Jacobian, and the penalty on average its Frobenius norm.</summary>
public sealed class SpectralNormTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(ScalarType.Float64, 1, 16, 1e-3)]
    [InlineData(ScalarType.Float64, 3, 24, 1e-3)]
    [InlineData(ScalarType.Float32, 1, 16, 3e-3)]
    [InlineData(ScalarType.Float32, 3, 24, 3e-3)]
    public void ItIsThatOfTheExplicitJacobian(ScalarType type, int batch, int width, double tolerance)
    {
        TestDevice.Seed(5);
        Module<Tensor, Tensor>[] blocks =
        [
            Sequential(Linear(width, 4 * width, dtype: type), GELU(), Linear(4 * width, width, dtype: type)),
            Sequential(Linear(width, width, dtype: type), Tanh()),
            Sequential(LayerNorm(width, dtype: type), Linear(width, width, dtype: type), ReLU()),
        ];
        foreach (var block in blocks)
        {
            foreach (var scale in new[] { 1e-2, 1, 30 })
            {
                var h = randn(batch, width, dtype: type).mul(scale);
                var explicitly = linalg.svdvals(Jacobian(block, h)).max().ToDouble();
                Assert.Equal(1, SpectralNorm.Of("block", 30, state => [block.call(state[0])], h) / explicitly, tolerance);
            }
        }
    }

    [Fact]
    public void AFewIterationsFindAllOfASmallState()
    {
        var weight = tensor(new[] { 3.0, 0, 4, 5 }, [2, 2]);
        Assert.Equal(Math.Sqrt(45), SpectralNorm.Of("block", 2, state => [state[0].matmul(weight)], ones(1, 2, float64)), 1e-8);
        Assert.Equal(Math.Sqrt(45), SpectralNorm.Of("block", 100, state => [state[0].matmul(weight)], ones(1, 2, float64)), 1e-8);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-2.5)]
    public void MultiplesOfTheIdentityHaveOneValue(double factor)
        => Assert.Equal(Math.Abs(factor), SpectralNorm.Of("block", 30, state => [state[0].mul(factor)], ones(3, 5, float64)), 1e-8);

    [Fact]
    public void WhatDoesNotDependOnTheStateHasNoSlope()
    {
        var weight = ones(3, 5, float64, requires_grad: true);
        Assert.Equal(0, SpectralNorm.Of("block", 30, _ => [ones(3, 5, float64)], ones(3, 5, float64)));
        Assert.Equal(0, SpectralNorm.Of("block", 30, _ => [weight], ones(3, 5, float64)));
        Assert.Equal(0, SpectralNorm.Of("block", 30, state => state, ones(0, 5, float64)));
    }

    [Fact]
    public void TheStateMayBeZeroOrOfSeveralTensors()
    {
        var weight = tensor(new[] { 3.0, 0, 4, 5 }, [2, 2]);
        Assert.Equal(Math.Sqrt(45), SpectralNorm.Of("block", 9, state => [state[0].matmul(weight)], zeros(1, 2, float64)), 1e-7);

        // Two tensors that exchange places, one of them doubled on its way.
        Assert.Equal(2, SpectralNorm.Of("block", 9, state => [state[1], state[0].mul(2)], ones(2, 3, float64), ones(2, 3, float64)), 1e-8);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("off")]
    [InlineData("inference")]
    public void ItWorksWithGradientsOffAndLeavesNone(string mode)
    {
        var weight = full(1, 0.7, float64, requires_grad: true);
        using var entered = mode switch { "off" => no_grad(), "inference" => inference_mode(), _ => (IDisposable?)null };
        var h = ones(2, 3, float64);
        var random = get_rng_state();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Equal(0.7, SpectralNorm.Of("block", 30, state => [state[0].mul(weight)], h), 1e-8);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(TestDevice.IsProcessor, random.equal(get_rng_state()).all().ToBoolean());
        Assert.Null(weight.grad);
        Assert.Null(h.grad);
    }

    [Fact]
    public void DropoutIsMeasuredWithOneMaskAtATime()
    {
        var measured = SpectralNorm.Of("block", 9, state => [functional.dropout(state[0], 0.5, training: true)], ones(4, 50, float64));
        Assert.InRange(measured, 1, 2.0001);
    }

    [Fact]
    public void WhatIsWrongIsSaid()
    {
        Assert.Equal("iterations", Assert.Throws<ArgumentOutOfRangeException>(() => SpectralNorm.Of("Net.Block", 0, state => state, ones(1, 2))).ParamName);
        Assert.Equal("The slope of Net.Block is not finite at this state.", Assert.Throws<InvalidOperationException>(() => SpectralNorm.Of("Net.Block", 3, state => [state[0].log()], zeros(1, 2))).Message);
    }

    [Theory]
    [InlineData(ScalarType.Float64, 0.05)]
    [InlineData(ScalarType.Float32, 0.05)]
    public void ThePenaltyIsTheFrobeniusNormOnAverage(ScalarType type, double tolerance)
    {
        TestDevice.Seed(6);
        var block = Sequential(Linear(8, 16, dtype: type), GELU(), Linear(16, 8, dtype: type));
        var h = randn(3, 8, dtype: type);
        var expected = Jacobian(block, h).square().sum().ToDouble() / h.numel();
        var mean = Enumerable.Range(0, 600).Average(_ => JacobianPenalty.Of(state => [block.call(state[0])], h).ToDouble());
        Assert.Equal(1, mean / expected, tolerance);
    }

    [Fact]
    public void ThePenaltyTrainsWeightsAndNotTheState()
    {
        var (weight, h) = (full(1, 0.7, float64, requires_grad: true), ones(2, 3, float64, requires_grad: true));
        TestDevice.Seed(1);
        var penalty = JacobianPenalty.Of(state => [state[0].mul(weight)], h);
        penalty.backward();

        // (w²)' = 2w, for w² times a mean square that does not depend on w.
        Assert.Equal(penalty.ToDouble() * 2 / 0.7, weight.grad!.ToDouble(), 1e-6);
        Assert.Null(h.grad);
    }

    [Fact]
    public void ThePenaltySeesOneDropoutMask()
    {
        TestDevice.Seed(1);
        Assert.InRange(JacobianPenalty.Of(state => [functional.dropout(state[0], 0.5, training: true)], ones(20, 20, float64)).ToDouble(), 1.5, 2.5);
    }

    public void Dispose() => scope.Dispose();

    /// <summary>All rows, one backward pass each.</summary>
    private static Tensor Jacobian(Module<Tensor, Tensor> block, Tensor h)
    {
        var leaf = h.detach().requires_grad_();
        var value = block.call(leaf).flatten();
        return stack(Enumerable.Range(0, (int)value.numel()).Select(i =>
        {
            leaf.grad = null;
            value[i].backward(retain_graph: true);
            return leaf.grad!.flatten().clone();
        }));
    }
}
