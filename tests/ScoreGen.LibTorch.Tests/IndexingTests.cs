using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Square brackets: what they read is in the tables of values; here, what they write.</summary>
public class IndexingTests
{
    [Fact]
    public void A_place_a_row_and_a_range_can_be_written()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 4);
        x[0, 1] = 5;
        x[1] = ones(4) * 2;
        x[TensorIndex.Colon, 3] = tensor(new[] { 7f, 8, 9 });
        x[2.., ..2] = ones(1, 1, 2);
        Assert.Equal([0, 5, 0, 7, 2, 2, 2, 8, 1, 1, 0, 9], x.data<float>().ToArray());
    }

    [Fact]
    public void A_mask_and_a_list_of_places_can_be_written()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, ScalarType.Float32).view(2, 3);
        x[x.gt(3)] = tensor(-1f);
        x[TensorIndex.Tensor(tensor(new long[] { 0, 0 })), TensorIndex.Tensor(tensor(new long[] { 0, 2 }))] = tensor(new[] { 10f, 20f });
        Assert.Equal([10, 1, 20, 3, -1, -1], x.data<float>().ToArray());
        x.index_put_(ones(2), [tensor(new long[] { 1, 1 }), tensor(new long[] { 0, 0 })], accumulate: true);
        Assert.Equal(5, x[1, 0].item<float>());
    }

    [Fact]
    public void Reading_a_range_is_a_view()
    {
        using var scope = NewDisposeScope();
        var x = zeros(4);
        var part = x[1..3];
        part.fill_(1);
        Assert.Equal([0, 1, 1, 0], x.data<float>().ToArray());
        Assert.Equal(3, x[^1].add(3).item<float>());
    }

    [Fact]
    public void An_accessor_follows_strides()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, ScalarType.Int64).view(2, 3).t();
        var data = x.data<long>();
        Assert.Equal(6, data.Count);
        Assert.Equal([0, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal(4, data[1, 1]);
        Assert.Equal(4, data[3]);
        data[2, 0] = 9;
        Assert.Equal(9, x[2, 0].item<long>());
        Assert.Throws<IndexOutOfRangeException>(() => data[3, 0]);
        Assert.Equal(new long[,] { { 0, 3 }, { 1, 4 }, { 9, 5 } }, (long[,])data.ToNDArray());
    }
}
