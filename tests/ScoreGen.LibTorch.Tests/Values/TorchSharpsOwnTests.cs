using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Where TorchSharp leaves PyTorch, both backends compute what TorchSharp computes.</summary>
public class TorchSharpsOwnTests
{
    [Fact]
    public void In_place_functions_that_are_not()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.25f, 2.5f });
        Assert.Equal([0.25f, 1], clamp_max_(x, 1).data<float>().ToArray());
        Assert.Equal([1, 2.5f], clamp_min_(x, 1).data<float>().ToArray());
        Assert.True(lgamma_(x).allclose(x.lgamma()));
        Assert.Equal([0.25f, 2.5f], x.data<float>().ToArray());
        Assert.Equal([0.25f, 1], x.clone().clamp_max_(1).data<float>().ToArray());
    }

    [Fact]
    public void In_place_methods_that_return_another_object_for_the_tensor()
    {
        using var scope = NewDisposeScope();
        Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>[] methods = [t => t.zero_(), t => t.gelu_(), t => t.tril_(), t => t.triu_(1)];
        foreach (var method in methods)
        {
            var x = arange(9, ScalarType.Float32).add_(1).reshape(3, 3);
            var before = x.clone();
            var result = method(x);
            Assert.NotSame(x, result);
            Assert.True(x.allclose(result, 0, 0));
            Assert.False(x.allclose(before));
            result.Dispose();
            Assert.False(x.IsInvalid);
        }
    }

    [Fact]
    public void Rounding_is_dropped_by_functions_and_kept_by_methods()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(new[] { 7f, -7f }), tensor(new[] { 2f, 2f }));
        Assert.Equal([3.5f, -3.5f], div(x, y, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3.5f, -3.5f], divide(x, y, RoundingMode.trunc).data<float>().ToArray());
        Assert.Equal([3.5f, -3.5f], div(x, 2, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3.5f, -3.5f], divide(x, 2, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3.5f, -3.5f], div_(x.clone(), y, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3.5f, -3.5f], divide_(x.clone(), y, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3, -4], div_(x.clone(), 2, RoundingMode.floor).data<float>().ToArray());
        Assert.Equal([3, -4], x.div(y, RoundingMode.floor).data<float>().ToArray());
    }

    [Fact]
    public void Functions_that_call_another_method()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.25f, 0.5f });
        Assert.True(erfinv(x).allclose(x.erf()));
        Assert.False(erfinv(x).allclose(x.erfinv()));
        Assert.True(var_mean(x).var.allclose(x.std()));
        Assert.True(x.var_mean().var.allclose(x.var()));
    }

    [Fact]
    public void Spreads_keep_the_element_type()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, ScalarType.Float32).reshape(2, 3);
        Assert.Equal(ScalarType.Float32, x.std(1, type: ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Float32, x.var([0, 1], type: ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Float32, x.std_mean(0, type: ScalarType.Float64).mean.dtype);
        Assert.Equal(ScalarType.Float32, x.var_mean(0, type: ScalarType.Float64).mean.dtype);
    }

    [Fact]
    public void Shapes()
    {
        using var scope = NewDisposeScope();
        var x = arange(4, ScalarType.Float32).reshape(2, 2);
        Assert.Equal([2, 3, 0, 1], x.roll(new long[] { 1 }).data<float>().ToArray());
        Assert.Equal([3, 0, 1, 2], x.roll(1).data<float>().ToArray());
        Assert.Equal([4, 4], F.pad(x, 1).shape);
        Assert.Equal([3, 2, 4], ones(2, 3, 4).H.shape);
    }

    [Fact]
    public void Draws()
    {
        using var scope = NewDisposeScope();
        Assert.False(randperm(3, ScalarType.Float32, requires_grad: true).requires_grad);
        manual_seed(3);
        var uniform = rand(1, ScalarType.Float64).item<double>();
        manual_seed(3);
        Assert.Equal(uniform, rand_float());
        manual_seed(3);
        var normals = randn(2, 3);
        manual_seed(3);
        Assert.True(normal(full(2, 3, 5f), full(2, 3, 2f)).allclose(normals * 2 + 5));
    }

    [Fact]
    public void Channels_of_what_has_not_four_dimensions_are_the_first()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var dropped = F.dropout2d(ones(64, 5));
        Assert.True(dropped.eq(dropped.narrow(1, 0, 1)).all().item<bool>());
        Assert.Equal((0f, 2f), (dropped.min().item<float>(), dropped.max().item<float>()));
    }

#if LIBTORCH
    [Fact]
    public void A_mean_without_what_is_no_number_which_TorchSharp_cannot_compute()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(2, tensor(new[] { 1, double.NaN, 3 }).nanmean().item<double>());
    }
#endif
}
