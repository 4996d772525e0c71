using System.Globalization;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Gradient clipping and parameter vectors, against PyTorch's values.</summary>
public class ClippingTests
{
    public static TheoryData<int> Cases => new(Enumerable.Range(0, Recorded.Cases("nn", "clipping.json").Count));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Norms_are_PyTorchs_and_so_are_the_gradients(int index)
    {
        var recorded = Recorded.Cases("nn", "clipping.json")[index];
        using var scope = NewDisposeScope();
        var parameters = new[] { nn.Parameter(zeros(2, 3)), nn.Parameter(zeros(4)), nn.Parameter(zeros(2)) };
        for (var i = 0; i < 2; i++)
            parameters[i].grad = Wave(parameters[i].numel(), i).reshape(parameters[i].shape);
        var kind = recorded.GetProperty("norm").GetString()!;
        var norm = kind == "inf" ? double.PositiveInfinity : double.Parse(kind, CultureInfo.InvariantCulture);
        var total = nn.utils.clip_grad_norm_(parameters, recorded.GetProperty("limit").GetDouble(), norm);
        Assert.Equal(recorded.GetProperty("total").GetDouble(), total, 1e-6);
        foreach (var (expected, parameter) in recorded.GetProperty("grads").ToTensors().Zip(parameters))
            Recorded.AssertNear(expected, parameter.grad, "A gradient");
        Assert.Null(parameters[2].grad);
    }

    [Fact]
    public void Without_gradients_the_norm_is_zero()
    {
        using var parameter = nn.Parameter(zeros(2));
        Assert.Equal(0, nn.utils.clip_grad_norm_([parameter], 1));
    }

    [Fact]
    public void Values_are_cut_off_on_both_sides()
    {
        using var parameter = nn.Parameter(zeros(3));
        parameter.grad = tensor(new[] { -2f, 0.5f, 3f });
        nn.utils.clip_grad_value_([parameter], 1);
        Assert.Equal([-1, 0.5f, 1], parameter.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_become_a_vector_and_are_set_from_one()
    {
        using var linear = nn.Linear(2, 2);
        using var vector = nn.utils.parameters_to_vector(linear.parameters());
        Assert.Equal([6], vector.shape);
        using var numbers = arange(6, ScalarType.Float32);
        nn.utils.vector_to_parameters(numbers, linear.parameters());
        Assert.Equal([0, 1, 2, 3], linear.weight.data<float>().ToArray());
        Assert.Equal([4, 5], linear.bias!.data<float>().ToArray());
        using var longer = arange(7, ScalarType.Float32).add_(1);
        nn.utils.vector_to_parameters(longer, linear.parameters());
        Assert.Equal([5, 6], linear.bias!.data<float>().ToArray());
    }

    private static TorchSharp.torch.Tensor Wave(long count, double shift) => tensor(
        Enumerable.Range(0, (int)count).Select(t => (float)(Math.Sin(1.7 * t + shift) + Math.Cos(0.31 * t * t + 2 * shift))).ToArray());
}
