using System.Collections;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>A tensor's elements, read and written in place.</summary>
public class AccessorTests
{
    [Fact]
    public void Elements_are_copied_out_as_far_as_both_sides_go()
    {
        using var x = arange(5);
        using var data = x.data<long>();
        var target = new long[4];
        data.CopyTo(target, 1, 3);
        Assert.Equal([0, 3, 4, 0], target);
        data.CopyTo(target);
        Assert.Equal([0, 1, 2, 3], target);
        data.CopyTo(target.AsSpan(), 2);
        Assert.Equal([0, 1, 0, 1], target);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyTo(target, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyTo(target, 0, -1));
    }

    [Fact]
    public void Elements_are_copied_in_as_far_as_both_sides_go()
    {
        using var x = zeros(5, ScalarType.Int64);
        var data = x.data<long>();
        data.CopyFrom([1, 2, 3], 1, 3);
        Assert.Equal([0, 0, 0, 2, 3], data.ToArray());
        data.CopyFrom((ReadOnlySpan<long>)[7, 8]);
        Assert.Equal([7, 8, 0, 2, 3], data.ToArray());
    }

    [Fact]
    public void Copies_follow_strides()
    {
        using var scope = NewDisposeScope();
        var whole = zeros(2, 3, ScalarType.Int64);
        whole.t().data<long>().CopyFrom([1, 2, 3, 4, 5, 6]);
        Assert.Equal([1, 3, 5, 2, 4, 6], whole.data<long>().ToArray());
        var target = new long[4];
        whole.t().data<long>().CopyTo(target);
        Assert.Equal([1, 2, 3, 4], target);
        whole[1].data<long>().CopyTo(target, 1, 1);
        Assert.Equal([1, 4, 6, 4], target);
    }

    [Fact]
    public void Accessors_are_equal_where_their_elements_are()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (arange(4).data<long>(), arange(4).view(2, 2).data<long>(), arange(3).data<long>());
        Assert.True(a == b && !(a != b));
        Assert.True(a != c);
        Assert.True(a != (arange(4) + 1).data<long>());
        Assert.False(a.IsReadOnly);
#if LIBTORCH
        Assert.True(a.Equals(b) && a.Equals((object)b) && !a.Equals(c) && !a.Equals("0 1 2 3"));
#endif
    }

    [Fact]
    public void Elements_are_enumerated_in_order()
    {
        using var scope = NewDisposeScope();
        IEnumerable data = arange(4).view(2, 2).t().data<long>();
        Assert.Equal([0L, 2, 1, 3], data.Cast<long>());
    }

    [Fact]
    public void Arrays_have_the_shape_of_the_tensor()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([5L], (long[])tensor(5L).data<long>().ToNDArray());
        Assert.Equal([0L, 1], (long[])arange(2).data<long>().ToNDArray());
        Assert.Equal(new long[,,] { { { 0, 1 } }, { { 2, 3 } } }, (long[,,])arange(4).view(2, 1, 2).data<long>().ToNDArray());
        Assert.Empty(zeros(0).data<float>().ToArray());
    }

    [Fact]
    public void Places_that_are_not_there_are_refused()
    {
        using var x = zeros(2, 3);
        var data = x.data<float>();
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 3]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, -1]);
        Assert.Throws<ArgumentException>(() => x.data<double>());
        using var nowhere = zeros([2], device: META);
        Assert.Throws<InvalidOperationException>(() => nowhere.ReadCpuSingle(0));
    }

    [Fact]
    public void Single_elements_are_read_by_their_type()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0, 3.75 });
        Assert.Equal(3.75, x.ReadCpuDouble(1));
        Assert.Equal(3.75f, x.@float().ReadCpuSingle(1));
        Assert.Equal(3, x.@int().ReadCpuInt32(1));
        Assert.Equal(3, x.@long().ReadCpuInt64(1));
        Assert.Equal(3, x.@byte().ReadCpuByte(1));
        Assert.Equal(3, x.@char().ReadCpuSByte(1));
        Assert.Equal(3, x.@short().ReadCpuInt16(1));
        Assert.True(x.@bool().ReadCpuBool(1));
        Assert.Equal((3.75f, 0f), x.cfloat().ReadCpuValue<(float, float)>(1));
        Assert.Throws<ArgumentException>(() => x.ReadCpuSingle(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.ReadCpuDouble(2));
    }

    [Fact]
    public void Bytes_are_the_tensors_own_memory()
    {
        using var x = tensor(new[] { 1, 256 });
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0], x.bytes.ToArray());
        x.bytes = new byte[] { 2, 0, 0, 0, 3, 0, 0, 0 };
        Assert.Equal([2, 3], x.data<int>().ToArray());
        Assert.Throws<ArgumentException>(() => x.bytes = new byte[3]);
        using var transposed = zeros(2, 3).t();
        Assert.Throws<InvalidOperationException>(() => transposed.bytes.Length);
    }

    [Fact]
    public void One_element_only_is_an_item()
    {
        using var x = zeros(2);
        Assert.Throws<ArgumentException>(() => x.item<float>());
        Assert.Throws<ArgumentException>(() => x[0].item<double>());
    }
}
