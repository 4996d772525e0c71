using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>Places by one number a dimension, by flags, and what is said of them.</summary>
public class PlaceTests
{
    [Fact]
    public void Up_to_six_numbers_and_arrays_of_them_read_and_write()
    {
        using var scope = NewDisposeScope();
        var x = arange(64).view(2, 2, 2, 2, 2, 2);
        Assert.Equal(63, x[1, 1, 1, 1, 1, 1].item<long>());
        Assert.Equal([62, 63], x[1, 1, 1, 1, 1].data<long>().ToArray());
        Assert.Equal([2, 2], x[1, 1, 1, 1].shape);
        Assert.Equal([2, 2, 2], x[1, 1, 1].shape);
        x[0, 0, 0, 0, 0, 0] = -1;
        x[0, 0, 0, 0, 1] = -2;
        x[0, 0, 0, 1] = -3;
        x[0, 0, 1] = -4;
        Assert.Equal([-1, 1, -2, -2, -3, -3, -3, -3, -4], x.flatten().data<long>().ToArray()[..9]);
        long[] place = [1, 0, 1, 0, 1, 0];
        Assert.Equal(42, x[place].item<long>());
        x[place] = 7;
        Assert.Equal(7, x[1, 0, 1, 0, 1, 0].item<long>());
        var deep = arange(128).view(2, 2, 2, 2, 2, 2, 2);
        Assert.Equal(127, deep[1, 1, 1, 1, 1, 1, 1].item<long>());
        deep[1, 1, 1, 1, 1, 1, 1] = 5;
        Assert.Equal(5, deep.flatten()[127].item<long>());
    }

    [Fact]
    public void A_flag_takes_all_or_nothing_along_a_new_dimension()
    {
        using var scope = NewDisposeScope();
        var x = arange(3);
        Assert.Equal([1, 3], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0, 3], x[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void A_pair_is_a_range()
    {
        using var scope = NewDisposeScope();
        var x = arange(5);
        Assert.Equal([1, 2], x[(1, 3)].data<long>().ToArray());
        Assert.Equal([3, 4], x[(3, null)].data<long>().ToArray());
        Assert.Equal([1, 3], x[TensorIndex.Slice(1, 5, 2)].data<long>().ToArray());
        Assert.Equal([1, 3], x.slice(0, 1, 5, 2).data<long>().ToArray());
    }

    [Fact]
    public void A_number_can_be_put_at_places()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Scalar five = 5, six = 6;
        Assert.Same(x, x.index_put_(five, TensorIndex.Single(0), TensorIndex.Slice(1, 3)));
        x.index_put_(six, tensor(new long[] { 1, 1 }), tensor(new long[] { 0, 2 }));
        Assert.Equal([0, 5, 5, 6, 0, 6], x.data<float>().ToArray());
        x[tensor(new long[] { 0 }), tensor(new long[] { 0 })] = tensor(9f);
        Assert.Equal(9, x[tensor(new long[] { 0 }), tensor(new long[] { 0 })].item<float>());
    }

    [Fact]
    public void Indices_by_name_read_and_write_at_the_places_of_one_dimension()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, ScalarType.Float32).view(2, 3);
        var places = tensor(new long[] { 2, 0 });
        var source = tensor(new[,] { { 10f, 20 }, { 30, 40 } });
        Assert.Equal([2, 0, 5, 3], x.index_select(1, places).data<float>().ToArray());
        (Tensor Function, Tensor Method, float[] Expected)[] both =
        [
            (index_select(x, 1, places), x.index_select(1, places), [2, 0, 5, 3]),
            (index_fill(x, 1, places, 9), x.index_fill(1, places, 9), [9, 1, 9, 9, 4, 9]),
            (index_add(x, 1, places, source, 2), x.index_add(1, places, source, 2), [40, 1, 22, 83, 4, 65]),
            (index_copy(x, 1, places, source), x.index_copy(1, places, source), [20, 1, 10, 40, 4, 30]),
            (select_scatter(x, source[0], 1, 1), x.select_scatter(source[0], 1, 1), [0, 10, 2, 3, 20, 5]),
            (diagonal_scatter(x, source[0]), x.diagonal_scatter(source[0]), [10, 1, 2, 3, 20, 5]),
            (take_along_dim(x, places.view(1, 2), 1), x.take_along_dim(places.view(1, 2), 1), [2, 0, 5, 3]),
            (x.take_along_dim(places), x.take(places), [2, 0]),
        ];
        foreach (var (function, method, expected) in both)
        {
            Assert.Equal(expected, function.data<float>().ToArray());
            Assert.Equal(expected, method.data<float>().ToArray());
        }
    }

    [Fact]
    public void In_place_they_change_the_tensor_and_give_it_back()
    {
        using var scope = NewDisposeScope();
        var places = tensor(new long[] { 2, 0 });
        var source = tensor(new[,] { { 10f, 20 }, { 30, 40 } });
        (Func<Tensor, Tensor> Change, float[] Expected)[] changes =
        [
            (x => index_fill_(x, 1, places, 9), [9, 0, 9, 9, 0, 9]),
            (x => index_add_(x, 1, places, source, 2), [40, 0, 20, 80, 0, 60]),
            (x => index_copy_(x, 1, places, source), [20, 0, 10, 40, 0, 30]),
        ];
        foreach (var (change, expected) in changes)
        {
            var x = zeros(2, 3);
            Assert.Equal(expected, change(x).data<float>().ToArray());
            Assert.Equal(expected, x.data<float>().ToArray());
        }
    }
}
