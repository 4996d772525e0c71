using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

public sealed class WeightedSumTests
{
    [Fact]
    public void ItIsTheSumAndChangesNothingThatGoesIn()
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (ones(2), full(2, 10.0f), full(2, 100.0f));
        var sum = WeightedSum.Of([2, 0, 0.5], first, second, third);

        Assert.Equal([52f, 52f], sum.data<float>());
        Assert.Equal([1f, 1f], first.data<float>());
        Assert.Equal([50f, 50f], WeightedSum.Of([0, 0, 0.5], first, second, third).data<float>());
        Assert.NotEqual(first.Handle, WeightedSum.Of([1], first).Handle);
    }

    [Fact]
    public void ATensorOfWeightZeroIsNotLookedAt()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([3f], WeightedSum.Of([0, 3], full(1, float.NaN), ones(1)).data<float>());
    }

    [Fact]
    public void ItKeepsTheDtypeAndTheGraph()
    {
        using var scope = NewDisposeScope();
        var h = ones(2, dtype: ScalarType.Float64, requires_grad: true);
        var sum = WeightedSum.Of([0.25, 0.75], h, h.square());
        sum.sum().backward();

        Assert.Equal(ScalarType.Float64, sum.dtype);
        Assert.Equal([1.75, 1.75], h.grad!.data<double>());
    }
}
