using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch;

/// <summary>
/// One argument of an operator. It keeps the managed object alive whose handle or content the call uses, so a finalizer
/// cannot release a tensor while libtorch works on it.
/// </summary>
internal readonly struct Arg
{
    internal readonly object? Object;
    internal readonly long Payload;
    internal readonly ValueTag Tag;
    internal readonly int Size;

    private Arg(ValueTag tag, object? value = null, long payload = 0, int size = 0)
    {
        Tag = tag;
        Object = value;
        Payload = payload;
        Size = size;
    }

    internal static Arg None => default;

    public static implicit operator Arg(Tensor? value) => value is null ? default : new(ValueTag.Tensor, value);

    public static implicit operator Arg(Scalar? value) => value is null ? default
        : value.Kind == ValueTag.Complex ? new(ValueTag.Complex, value)
        : new(value.Kind, payload: value.Bits);

    public static implicit operator Arg(long value) => new(ValueTag.Int, payload: value);

    public static implicit operator Arg(int value) => new(ValueTag.Int, payload: value);

    public static implicit operator Arg(double value) => new(ValueTag.Double, payload: BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(bool value) => new(ValueTag.Bool, payload: value ? 1 : 0);

    public static implicit operator Arg(long? value) => value is { } number ? (Arg)number : default;

    public static implicit operator Arg(double? value) => value is { } number ? (Arg)number : default;

    public static implicit operator Arg(bool? value) => value is { } flag ? (Arg)flag : default;

    public static implicit operator Arg(ScalarType value) => (long)value;

    public static implicit operator Arg(ScalarType? value) => value is { } type ? (long)type : default(Arg);

    public static implicit operator Arg(string? value) => value is null ? default : new(ValueTag.String, value);

    public static implicit operator Arg(long[]? value) => value is null ? default : new(ValueTag.Ints, value, size: value.Length);

    public static implicit operator Arg(double[]? value) => value is null ? default : new(ValueTag.Doubles, value, size: value.Length);

    /// <summary>A list of tensors; a null among them is an undefined tensor.</summary>
    public static implicit operator Arg(Tensor?[]? value) => value is null ? default : new(ValueTag.Tensors, value, size: value.Length);

    public static implicit operator Arg(torch.Device? value) =>
        value is null ? default : new(ValueTag.Device, payload: value.index, size: (int)value.type);

    public static implicit operator Arg(Generator? value) => value is null ? default : new(ValueTag.Generator, value);

    public static implicit operator Arg(ReadOnlySpan<long> value) => value.ToArray();

    /// <summary>The words of scratch memory that <see cref="Write"/> needs beside the argument itself.</summary>
    internal int ScratchWords => Tag switch
    {
        ValueTag.Complex => 2,
        ValueTag.String => (System.Text.Encoding.UTF8.GetByteCount((string)Object!) + 7) / 8,
        ValueTag.Ints or ValueTag.Doubles or ValueTag.Tensors => Size,
        _ => 0,
    };

    /// <summary>Writes the argument as the shim reads it; lists go to <paramref name="scratch"/>.</summary>
    internal unsafe void Write(NativeValue* value, ref long* scratch)
    {
        value->Tag = Tag;
        value->Size = Size;
        switch (Tag)
        {
            case ValueTag.Tensor:
                value->Pointer = ((Tensor)Object!).Handle;
                break;
            case ValueTag.Generator:
                value->Pointer = ((Generator)Object!).Handle;
                break;
            case ValueTag.Complex or ValueTag.String or ValueTag.Ints or ValueTag.Doubles or ValueTag.Tensors:
                value->Pointer = (nint)scratch;
                value->Size = WriteList(scratch);
                scratch += ScratchWords;
                break;
            default:
                value->Int = Payload;
                break;
        }
    }

    private unsafe int WriteList(long* scratch)
    {
        switch (Object)
        {
            case Scalar scalar:
                *(Complex*)scratch = scalar.ToComplexFloat64();
                return 2;
            case string text:
                return System.Text.Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, ScratchWords * 8));
            case long[] numbers:
                numbers.CopyTo(new Span<long>(scratch, Size));
                break;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(scratch, Size));
                break;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    scratch[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                break;
        }
        return Size;
    }
}
