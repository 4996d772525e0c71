using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => Integer(value);

    public static Scalar ToScalar(this sbyte value) => Integer(value);

    public static Scalar ToScalar(this short value) => Integer(value);

    public static Scalar ToScalar(this int value) => Integer(value);

    public static Scalar ToScalar(this long value) => Integer(value);

    public static Scalar ToScalar(this float value) => Real(value);

    public static Scalar ToScalar(this double value) => Real(value);

    public static Scalar ToScalar(this (float, float) value) => Complex(value.Item1, value.Item2);

    public static Scalar ToScalar(this Complex value) => Complex(value.Real, value.Imaginary);

    public static Scalar ToScalar(this bool value) => new(ScalarType.Bool, value ? 1 : 0);

    public static Scalar ToScalar(this Half value) => Real((double)value);

    public static Scalar ToBFloat16Scalar(this float value) => ((BFloat16)value).ToScalar();

    public static Scalar ToScalar(this BFloat16 value) => Real(value.ToSingle());

    public static Half ToHalf(this Scalar value) => (Half)value.Real;

    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)value.Real;

    public static float ToSingle(this Scalar value) => (float)value.Real;

    public static double ToDouble(this Scalar value) => value.Real;

    public static sbyte ToSByte(this Scalar value) => (sbyte)value.ToInt64();

    public static byte ToByte(this Scalar value) => (byte)value.ToInt64();

    public static short ToInt16(this Scalar value) => (short)value.ToInt64();

    public static int ToInt32(this Scalar value) => (int)value.ToInt64();

    public static long ToInt64(this Scalar value) =>
        value.Type is ScalarType.Int64 or ScalarType.Bool ? value.Bits : (long)value.Real;

    public static bool ToBoolean(this Scalar value) => value.Complex != System.Numerics.Complex.Zero;

    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) =>
        ((float)value.Complex.Real, (float)value.Complex.Imaginary);

    public static Complex ToComplexFloat64(this Scalar value) => value.Complex;

    private static Scalar Integer(long value) => new(ScalarType.Int64, value);

    private static Scalar Real(double value) => new(ScalarType.Float64, BitConverter.DoubleToInt64Bits(value));

    private static Scalar Complex(double real, double imaginary) =>
        new(ScalarType.ComplexFloat64, BitConverter.DoubleToInt64Bits(real), imaginary);
}
