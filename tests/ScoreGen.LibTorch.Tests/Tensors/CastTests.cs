using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>Numbers and arrays where a tensor is wanted, and tensors of one element where a number is.</summary>
public class CastTests
{
    [Fact]
    public void A_number_stands_for_a_tensor_without_dimensions()
    {
        Check((byte)200, (byte)200, ScalarType.Byte);
        Check((sbyte)-100, (sbyte)-100, ScalarType.Int8);
        Check((short)-30000, (short)-30000, ScalarType.Int16);
        Check(-7, -7, ScalarType.Int32);
        Check(1L << 40, 1L << 40, ScalarType.Int64);
        Check(1.5f, 1.5f, ScalarType.Float32);
        Check(0.1, 0.1, ScalarType.Float64);
        Check(true, true, ScalarType.Bool);
        Check((1.5f, -2f), (1.5f, -2f), ScalarType.ComplexFloat32);
        Check(new Complex(0.1, 0.2), new Complex(0.1, 0.2), ScalarType.ComplexFloat64);
    }

    private static void Check<T>(Tensor made, T expected, ScalarType type) where T : unmanaged
    {
        using (made)
        {
            Assert.Equal(type, made.dtype);
            Assert.Empty(made.shape);
            Assert.Equal(expected, made.item<T>());
        }
    }

    [Fact]
    public void An_array_stands_for_a_vector()
    {
        CheckArray<byte>(new byte[] { 1, 2 }, [1, 2]);
        CheckArray<sbyte>(new sbyte[] { -1, 2 }, [-1, 2]);
        CheckArray<short>(new short[] { -1, 2 }, [-1, 2]);
        CheckArray<int>(new[] { -1, 2 }, [-1, 2]);
        CheckArray<long>(new[] { -1L, 2 }, [-1, 2]);
        CheckArray<float>(new[] { -1f, 2 }, [-1, 2]);
        CheckArray<double>(new[] { -1.0, 2 }, [-1, 2]);
        CheckArray<bool>(new[] { true, false }, [true, false]);
        CheckArray<(float, float)>(new[] { (1f, 2f), (3f, 4f) }, [(1, 2), (3, 4)]);
        CheckArray<Complex>(new[] { new Complex(1, 2), new Complex(3, 4) }, [new(1, 2), new(3, 4)]);
    }

    private static void CheckArray<T>(Tensor made, T[] expected) where T : unmanaged
    {
        using (made)
        {
            Assert.Equal([2], made.shape);
            Assert.Equal(expected, made.data<T>().ToArray());
        }
    }

    [Fact]
    public void A_tensor_of_one_element_is_cast_to_any_number()
    {
        using var x = tensor(new[,] { { 65.75 } });
        Assert.Equal(65.75f, (float)x);
        Assert.Equal(65.75, (double)x);
        Assert.Equal((sbyte)65, (sbyte)x);
        Assert.Equal((byte)65, (byte)x);
        Assert.Equal((short)65, (short)x);
        Assert.Equal(65, (int)x);
        Assert.Equal(65L, (long)x);
        Assert.True((bool)x);
        using var none = zeros(1);
        Assert.False((bool)none);
    }

    [Fact]
    public void The_same_by_method()
    {
        using var x = tensor(new[] { 65.75f });
        Assert.Equal((Half)65.75f, x.ToHalf());
        Assert.Equal((BFloat16)65.75f, x.ToBFloat16());
        Assert.Equal((sbyte)65, x.ToSByte());
        Assert.Equal((byte)65, x.ToByte());
        Assert.Equal((short)65, x.ToInt16());
        Assert.Equal(65, x.ToInt32());
        Assert.Equal(65, x.ToInt64());
        Assert.Equal((65.75f, 0f), x.ToComplexFloat32());
        Assert.Equal(new Complex(65.75, 0), x.ToComplexFloat64());
        using var i = tensor(1.5, -2.5);
        Assert.Equal((1.5f, -2.5f), i.ToComplexFloat32());
        Assert.Equal(new Complex(1.5, -2.5), i.ToComplexFloat64());
    }

    [Fact]
    public void Arrays_and_numbers_become_tensors_by_method()
    {
        using var scope = NewDisposeScope();
        var x = new[] { 1, 2, 3, 4, 5, 6 }.ToTensor([2, 3]);
        Assert.Equal((ScalarType.Int32, "2 3"), (x.dtype, string.Join(' ', x.shape)));
        Assert.Equal(6, x[1, 2].item<int>());
        Assert.Empty(2.5.ToTensor().shape);
        Assert.Equal(2.5, 2.5.ToTensor().item<double>());
        Assert.True(1f.ToTensor(requires_grad: true).requires_grad);
        Assert.Equal(24, new long[] { 2, 3, 4 }.TotalSize());
    }

    [Fact]
    public void Casts_that_only_guide_the_compiler_throw()
    {
        Assert.Throws<InvalidOperationException>(() => { Tensor _ = 1.ToScalar(); });
        Assert.Throws<InvalidOperationException>(() => { Tensor _ = TensorIndex.Single(1); });
    }

    [Fact]
    public void A_tensor_is_converted_to_each_element_type()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0f, 1.75f, 100 });
        (ScalarType, Tensor)[] conversions =
        [
            (ScalarType.Bool, x.@bool()), (ScalarType.Byte, x.@byte()), (ScalarType.Int8, x.@char()), (ScalarType.Int16, x.@short()),
            (ScalarType.Int32, x.@int()), (ScalarType.Int64, x.@long()), (ScalarType.Float16, x.half()), (ScalarType.BFloat16, x.bfloat16()),
            (ScalarType.Float32, x.@float()), (ScalarType.Float64, x.@double()), (ScalarType.ComplexFloat32, x.cfloat()), (ScalarType.ComplexFloat64, x.cdouble()),
            (ScalarType.Int16, x.type(ScalarType.Int16)), (ScalarType.Int32, x.type(t => t.@int())), (ScalarType.Int64, x.type_as(tensor(1L))),
            (ScalarType.Float64, x.to(tensor(1.0))), (ScalarType.Int32, x.to(ScalarType.Int32, CPU)), (ScalarType.Float32, x.to("cpu")),
            (ScalarType.Float32, x.to(DeviceType.CPU)),
        ];
        Assert.All(conversions, conversion => Assert.Equal(conversion.Item1, conversion.Item2.dtype));
        Assert.Equal([false, true, true], x.@bool().data<bool>().ToArray());
        Assert.Equal([0, 1, 100], x.@int().data<int>().ToArray());
    }

    [Fact]
    public void A_conversion_may_take_its_tensor_along()
    {
        var x = ones(2);
        using var y = x.to(ScalarType.Float64, disposeAfter: true);
        Assert.True(x.IsInvalid);
        Assert.Equal([1.0, 1], y.data<double>().ToArray());
    }

    [Fact]
    public void Only_cuda_is_cuda()
    {
        using var x = ones(1);
        Assert.Throws<ArgumentException>(() => x.cuda(CPU));
    }
}
