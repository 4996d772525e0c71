using System.Runtime.InteropServices;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType defaultType = ScalarType.Float32;

    /// <summary>The element type of new tensors where none is given.</summary>
    public static ScalarType get_default_dtype() => defaultType;

    /// <inheritdoc cref="get_default_dtype"/>
    /// <exception cref="ArgumentException">The type holds no real numbers.</exception>
    public static void set_default_dtype(ScalarType dtype) =>
        defaultType = is_floating_point(dtype) ? dtype : throw new ArgumentException($"Only floating-point types are supported as the default type; got {dtype}.");

    /// <summary>From <paramref name="start"/> up to but without <paramref name="stop"/>; whole numbers give Int64.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var whole = start.Type == ScalarType.Int64 && stop.Type == ScalarType.Int64 && step.Type == ScalarType.Int64;
        return Grad(Ops.arange_start_step.Call(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : defaultType), Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary><paramref name="steps"/> numbers at equal distances, both ends among them.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Grad(Ops.linspace.Call(start, end, steps, dtype ?? defaultType, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>Powers of <paramref name="base"/> at exponents at equal distances, both ends among them.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Grad(Ops.logspace.Call(start, end, steps, @base, dtype ?? defaultType, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>Ones on the diagonal; square where <paramref name="columns"/> is negative.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Unnamed(names);
        return Grad(Ops.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? defaultType, Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>Complex numbers from their parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Ops.complex.Binary(real, imag);

    /// <summary>Complex numbers from their sizes and angles.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Ops.polar.Binary(abs, angle);

    /// <summary>A tensor in the shape of an array, with a copy of its elements.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <inheritdoc cref="from_array(Array, Device?)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, dtype, device, requires_grad, names);

    internal static ScalarType TypeOf(Type type) => Enum.GetValues<ScalarType>()
        .Where(candidate => candidate is not (ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32))
        .Cast<ScalarType?>()
        .FirstOrDefault(candidate => Tensor.DotnetType(candidate!.Value) == type)
        ?? throw new NotSupportedException($"The type {type.Name} is not an element type of tensors.");

    /// <summary>A tensor with a copy of <paramref name="data"/>, which must fill <paramref name="size"/>.</summary>
    internal static unsafe Tensor FromData<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        fixed (T* elements = data)
            return FromMemory(elements, ElementType<T>.Value, data.Length, size, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromArray(Array array, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var size = new long[array.Rank];
        for (var i = 0; i < size.Length; i++)
            size[i] = array.GetLongLength(i);
        var type = TypeOf(array.GetType().GetElementType()!);
        fixed (byte* elements = &MemoryMarshal.GetArrayDataReference(array))
            return FromMemory(elements, type, array.LongLength, size, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromMemory(
        void* data, ScalarType type, long count, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        Unnamed(names);
        var needed = 1L;
        foreach (var length in size)
            needed *= length;
        if (needed > count)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {needed} vs. {count}");
        nint created;
        fixed (long* lengths = size)
            NativeError.Check(NativeMethods.sg_tensor_copy_in(data, (int)type, lengths, size.Length, &created));
        var tensor = new Tensor(created);
        device = InitializeDevice(device);
        if ((dtype is null || dtype == type) && device.type == DeviceType.CPU)
            return Grad(tensor, requires_grad);
        using (tensor)
            return Grad(Ops.to_device.Call(tensor, device, dtype ?? type), requires_grad);
    }

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list as T[] ?? [.. list];

    private static Tensor Create(Operator op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        Unnamed(names);
        return Grad(op.Call(size, dtype ?? defaultType, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static Tensor Full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        Unnamed(names);
        return Grad(Ops.full.Call(size, value, dtype ?? value.DefaultType, Arg.None, InitializeDevice(device)), requires_grad);
    }

    internal static Tensor Grad(Tensor tensor, bool requires_grad) => requires_grad ? tensor.requires_grad_() : tensor;

    private static void Unnamed(string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("Names of dimensions are not bound by ScoreGen.LibTorch; leave the argument 'names' out.");
    }

    private static class ElementType<T>
    {
        internal static readonly ScalarType Value = TypeOf(typeof(T));
    }
}
