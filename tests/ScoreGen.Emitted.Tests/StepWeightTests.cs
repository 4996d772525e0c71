using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>A weight is made once for each dtype, and lives on.</summary>
public class StepWeightTests
{
    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.ComplexFloat32)]
    public void MixesStatesOfItsDtype(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var (from, to) = (zeros(2, dtype: type), ones(2, dtype: type));
        var mixed = from.lerp(to, new StepWeight(0.25).For(from));
        Assert.Equal(type, mixed.dtype);
        Assert.True(mixed.equal(full(2, 0.25, dtype: type)).all().ToBoolean());
    }

    [Fact]
    public void IsMadeOnceForEachDtype()
    {
        using var scope = NewDisposeScope();
        var weight = new StepWeight(0.25);
        var (single, twice) = (weight.For(ones(1)), weight.For(ones(1, dtype: ScalarType.Float64)));
        Assert.Same(single, weight.For(zeros(3)));
        Assert.Same(twice, weight.For(zeros(3, dtype: ScalarType.Float64)));
        Assert.Equal((ScalarType.Float32, ScalarType.Float64), (single.dtype, twice.dtype));
        Assert.Empty(single.shape);
        Assert.Equal(get_default_device().type, single.device_type);
    }

    [Fact]
    public void OutlivesTheScopeItWasMadeIn()
    {
        var weight = new StepWeight(0.5);
        using (NewDisposeScope())
        {
            weight.For(ones(1));
        }

        using var state = ones(1);
        Assert.Equal(0.5f, weight.For(state).ToSingle());
    }

    [Fact]
    public void TakesPartInATrainingAfterInference()
    {
        using var scope = NewDisposeScope();
        var weight = new StepWeight(0.25);
        using (inference_mode())
        {
            weight.For(ones(1));
        }

        var (from, to) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        from.lerp(to, weight.For(from)).sum().backward();
        Assert.Equal((0.75f, 0.25f), (from.grad!.ToSingle(), to.grad!.ToSingle()));
    }
}
