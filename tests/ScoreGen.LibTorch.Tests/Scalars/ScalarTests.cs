using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Scalars;

/// <summary>Numbers on their way to an operator and back.</summary>
public class ScalarTests
{
    [Fact]
    public void A_number_comes_as_its_widest_kind()
    {
        Assert.All<Scalar>([(byte)3, (sbyte)3, (short)3, 3, 3L], number => Assert.Equal((ScalarType.Int64, 3L), (number.Type, number.ToInt64())));
        Assert.All<Scalar>([(Half)3.5f, (BFloat16)3.5f, 3.5f, 3.5, 3.5f.ToBFloat16Scalar()],
            number => Assert.Equal((ScalarType.Float64, 3.5), (number.Type, number.ToDouble())));
        Assert.All<Scalar>([(3.5f, -1f), new Complex(3.5, -1)],
            number => Assert.Equal((ScalarType.ComplexFloat64, new Complex(3.5, -1)), (number.Type, number.ToComplexFloat64())));
        Scalar flag = true;
        Assert.Equal(ScalarType.Bool, flag.Type);
    }

    [Fact]
    public void It_leaves_as_any_type()
    {
        Scalar number = 65.75;
        Assert.Equal((Half)65.75f, number.ToHalf());
        Assert.Equal((BFloat16)65.75f, number.ToBFloat16());
        Assert.Equal(65.75f, number.ToSingle());
        Assert.Equal((sbyte)65, number.ToSByte());
        Assert.Equal((byte)65, number.ToByte());
        Assert.Equal((short)65, number.ToInt16());
        Assert.Equal(65, number.ToInt32());
        Assert.Equal(65, number.ToInt64());
        Assert.Equal((65.75f, 0f), number.ToComplexFloat32());
        Assert.True(number.ToBoolean());
        Assert.False(0L.ToScalar().ToBoolean());
        Assert.Equal(1, true.ToScalar().ToInt32());
        Assert.Equal(1.0, true.ToScalar().ToDouble());
    }

    [Fact]
    public void Operators_take_numbers_of_every_type()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, ScalarType.Float64);
        Assert.All<Scalar>([(byte)1, (sbyte)1, (short)1, 1, 1L, (Half)1, (BFloat16)1f, 1f, 1.0, true], number => Assert.Equal(1.0, x.add(number).item<double>()));
        Assert.Equal(new Complex(1, 2), x.cdouble().add((1f, 2f)).item<Complex>());
        Assert.Equal(new Complex(1, 2), x.cdouble().add(new Complex(1, 2)).item<Complex>());
    }

    [Fact]
    public void Whole_types_have_a_greatest_number()
    {
        ScalarType[] types = [ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64];
        Assert.Equal([byte.MaxValue, sbyte.MaxValue, short.MaxValue, int.MaxValue, long.MaxValue], types.Select(max_int_value));
        Assert.Throws<ArgumentException>(() => max_int_value(ScalarType.Float32));
        Assert.Throws<ArgumentException>(() => max_int_value(ScalarType.Bool));
    }

    [Fact]
    public void Every_type_has_the_size_of_its_elements()
    {
        (ScalarType, int)[] sizes =
        [
            (ScalarType.Bool, 1), (ScalarType.Byte, 1), (ScalarType.Int8, 1), (ScalarType.Int16, 2), (ScalarType.Float16, 2), (ScalarType.BFloat16, 2),
            (ScalarType.Int32, 4), (ScalarType.Float32, 4), (ScalarType.Int64, 8), (ScalarType.Float64, 8), (ScalarType.ComplexFloat32, 8),
            (ScalarType.ComplexFloat64, 16),
        ];
        foreach (var (type, size) in sizes)
        {
            using var x = empty(1, type);
            Assert.Equal((size, size, size), (type.ElementSize(), (int)x.ElementSize, (int)x.element_size()));
        }
        Assert.Throws<NotImplementedException>(() => ((ScalarType)99).ElementSize());
    }
}
