using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What tensors can do beside their own methods.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>A tensor with a copy of an array's elements.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        Reshaped(from_array(rawArray, null, null, requires_grad), dimensions);

    /// <summary>A tensor without dimensions that holds one number.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct
    {
        using var one = from_array(new[] { scalar }, null, device);
        return Grad(one.reshape(), requires_grad);
    }

    /// <summary>The tensor in a style.</summary>
    public static string str(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <inheritdoc cref="str"/>
    public static string jlstr(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The shape, the type and the device.</summary>
    public static string metastr(this Tensor tensor) => tensor.ToString();

    /// <inheritdoc cref="str"/>
    public static string npstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <inheritdoc cref="str"/>
    public static string cstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to the console.</summary>
    /// <returns>The tensor.</returns>
    public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    /// <summary>The bytes of one element.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool or ScalarType.QInt8 or ScalarType.QUInt8 => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 or ScalarType.QInt32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotImplementedException($"{type} is not an element type."),
    };

    /// <summary>How many elements a tensor of this shape has.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>The one element of a tensor, converted.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    /// <inheritdoc cref="ToSingle"/>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    /// <inheritdoc cref="ToSingle"/>
    public static Half ToHalf(this Tensor value) => value.ToScalar().ToHalf();

    /// <inheritdoc cref="ToSingle"/>
    public static BFloat16 ToBFloat16(this Tensor value) => value.ToScalar().ToBFloat16();

    /// <inheritdoc cref="ToSingle"/>
    public static sbyte ToSByte(this Tensor value) => value.ToScalar().ToSByte();

    /// <inheritdoc cref="ToSingle"/>
    public static byte ToByte(this Tensor value) => value.ToScalar().ToByte();

    /// <inheritdoc cref="ToSingle"/>
    public static short ToInt16(this Tensor value) => value.ToScalar().ToInt16();

    /// <inheritdoc cref="ToSingle"/>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    /// <inheritdoc cref="ToSingle"/>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    /// <inheritdoc cref="ToSingle"/>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();

    /// <inheritdoc cref="ToSingle"/>
    public static (float Real, float Imaginary) ToComplexFloat32(this Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <inheritdoc cref="ToSingle"/>
    public static Complex ToComplexFloat64(this Tensor value) => value.ToScalar().ToComplexFloat64();

    private static Tensor Reshaped(Tensor flat, long[] dimensions)
    {
        using (flat)
            return flat.reshape(dimensions);
    }
}
