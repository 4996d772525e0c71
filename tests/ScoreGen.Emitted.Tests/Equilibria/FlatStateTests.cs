using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>A state is a matrix of samples and features, whatever tensors it is made of, and comes back as it was.</summary>
public sealed class FlatStateTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData("2,3", "2,3")]
    [InlineData("2,3,4", "2,12")]
    [InlineData("5", "1,5")]
    [InlineData("", "1,1")]
    [InlineData("2,3|2,4,2", "2,11")]
    [InlineData("2,3|4,3", "1,18")]
    [InlineData("2,3|2", "1,8")]
    [InlineData("0,3", "0,3")]
    [InlineData("0,3|0,2,2", "0,7")]
    [InlineData("2,0", "2,0")]
    public void TheFirstDimensionIsThatOfTheSamplesWhereAllHaveIt(string shapes, string expected)
    {
        Tensor[] state = [.. shapes.Split('|').Select(shape => randn(Sizes(shape)))];
        var layout = new FlatState(state);
        var flat = layout.Pack(state);
        Assert.Equal(Sizes(expected), flat.shape);
        AssertSame(state, layout.Unpack(flat));
    }

    [Theory]
    [InlineData(ScalarType.Float16, ScalarType.Float16, ScalarType.Float32, 1.0 / 1024)]
    [InlineData(ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float32, 1.0 / 128)]
    [InlineData(ScalarType.Float32, ScalarType.Float32, ScalarType.Float32, 1.0 / 8388608)]
    [InlineData(ScalarType.Float32, ScalarType.Float64, ScalarType.Float64, 1.0 / 8388608)]
    [InlineData(ScalarType.ComplexFloat32, ScalarType.Float16, ScalarType.Float32, 1.0 / 1024)]
    [InlineData(ScalarType.ComplexFloat64, ScalarType.ComplexFloat64, ScalarType.Float64, 1.0 / 4503599627370496)]
    public void TheNumbersAreRealAndOfTheWidestType(ScalarType first, ScalarType second, ScalarType expected, double spacing)
    {
        Tensor[] state = [randn(2, 3, float64).to(first), randn(2, 2, float64).to(second)];
        var layout = new FlatState(state);
        var flat = layout.Pack(state);
        Assert.Equal((expected, spacing), (flat.dtype, layout.Spacing));
        AssertSame(state, layout.Unpack(flat));
        AssertSame(state, layout.Unpack(layout.Round(flat)));
    }

    [Fact]
    public void APointIsRoundedToWhatTheStateCanHold()
    {
        Tensor[] half = [ones(2, 1, float16)], single = [ones(2, 1)];
        var between = full(2, 1, 1 + (1.0 / 4096));
        Assert.Equal(1, new FlatState(half).Round(between).mean().ToDouble());
        Assert.Same(between, new FlatState(single).Round(between));
    }

    [Fact]
    public void GradientsFlowBothWays()
    {
        Tensor[] state = [randn(2, 3, float64, requires_grad: true), complex(randn(2, 2, float64), randn(2, 2, float64)).requires_grad_()];
        var layout = new FlatState(state);
        var restored = layout.Unpack(layout.Pack(state));
        (restored[0].square().sum() + restored[1].abs().square().sum()).backward();
        Assert.All(state, tensor => Assert.True(tensor.grad!.allclose(tensor.detach().mul(2))));
    }

    public void Dispose() => scope.Dispose();

    private static void AssertSame(Tensor[] expected, Tensor[] actual) => Assert.All(expected.Zip(actual), pair =>
    {
        Assert.Equal((pair.First.dtype, string.Join(',', pair.First.shape)), (pair.Second.dtype, string.Join(',', pair.Second.shape)));
        Assert.True(pair.First.eq(pair.Second).all().ToBoolean());
    });

    private static long[] Sizes(string shape) => [.. shape.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
