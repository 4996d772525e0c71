using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>A parameter takes over its tensor.</summary>
public class ParameterTests
{
    [Fact]
    public void The_tensor_becomes_invalid_and_the_parameter_has_its_data()
    {
        var data = ones(3);
        using var parameter = nn.Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.Equal(3, parameter.sum().ToSingle());
    }

    [Fact]
    public void Integers_can_be_parameters_without_gradients()
    {
        using var parameter = new Parameter(zeros(2, ScalarType.Int64), requires_grad: false);
        Assert.False(parameter.requires_grad);
    }

    [Fact]
    public void The_parameter_takes_the_tensors_place_in_its_scope()
    {
        Parameter inside;
        using (var scope = NewDisposeScope())
        {
            var data = ones(3);
            inside = new Parameter(data);
            Assert.True(scope.Contains(inside));
            Assert.False(scope.Contains(data));
        }
        Assert.True(inside.IsInvalid);
    }

    [Fact]
    public void Outside_a_scope_the_parameter_is_in_none()
    {
        var data = ones(3);
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(data);
        Assert.Equal(0, scope.DisposablesCount);
    }
}
