using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>Factors that broadcast to the state, and no others; stage weights that are those of the method where nothing is learned.</summary>
public sealed class SteeringSupportTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData]
    [InlineData(1L)]
    [InlineData(4L)]
    [InlineData(3L, 1L)]
    [InlineData(2L, 1L, 4L)]
    [InlineData(2L, 3L, 4L)]
    public void AFactorMayHaveTheSizesOfTheStateOrOne(params long[] shape) => SteeringSupport.RequireBroadcast(ones(shape), ones(2, 3, 4), "Net.Gate");

    [Theory]
    [InlineData(3L)]
    [InlineData(2L, 4L)]
    [InlineData(1L, 2L, 3L, 4L)]
    [InlineData(0L)]
    public void AnyOtherIsRefused(params long[] shape)
        => Assert.StartsWith(
            "Net.Gate was given a state [2, 3, 4] of Float32",
            Assert.Throws<InvalidOperationException>(() => SteeringSupport.RequireBroadcast(ones(shape), ones(2, 3, 4), "Net.Gate")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AFactorOfAnotherDtypeIsRefusedAndSoIsNone()
    {
        Assert.Throws<InvalidOperationException>(() => SteeringSupport.RequireBroadcast(ones(4, dtype: ScalarType.Float64), ones(3, 4), "Net.Gate"));
        Assert.Throws<InvalidOperationException>(() => SteeringSupport.RequireBroadcast(null, ones(3, 4), "Net.Gate"));
    }

    [Fact]
    public void StageWeightsAreThoseOfTheMethodAndWhatIsLearned()
    {
        var learned = tensor(new[] { 0.0, 0.25 });
        Assert.Equal([0.5, 0.75], SteeringSupport.StageWeights(learned, [0.5, 0.5], ones(2, dtype: ScalarType.Float64), "Net.p").data<double>());
        Assert.Throws<InvalidOperationException>(() => SteeringSupport.StageWeights(learned, [0.5, 0.5], ones(2), "Net.p"));
        Assert.Throws<InvalidOperationException>(() => SteeringSupport.StageWeights(learned, [1], ones(2, dtype: ScalarType.Float64), "Net.p"));
        Assert.Throws<InvalidOperationException>(() => SteeringSupport.StageWeights(learned.view(2, 1), [0.5, 0.5], ones(2, dtype: ScalarType.Float64), "Net.p"));
    }
}
