using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in the CPU's memory, in the order of its dimensions, whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        RequireCpu(tensor);
        this.tensor = tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
    }

    /// <summary>How many elements there are.</summary>
    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>One element, by one number for each dimension or by one number in all.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public unsafe T this[params long[] indices]
    {
        get
        {
            var value = *At(Offset(indices));
            GC.KeepAlive(tensor);
            return value;
        }
        set
        {
            *At(Offset(indices)) = value;
            GC.KeepAlive(tensor);
        }
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>All elements.</summary>
    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>All elements, in an array of the tensor's shape.</summary>
    public Array ToNDArray()
    {
        if (shape.Length < 2)
            return ToArray();
        var result = Array.CreateInstance(typeof(T), shape);
        var place = new long[shape.Length];
        foreach (var value in this)
        {
            result.SetValue(value, place);
            Advance(place);
        }
        return result;
    }

    /// <summary>Copies elements from number <paramref name="tensorIndex"/> on, as far as both sides go.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - Start(tensorIndex));
        if (contiguous)
            new ReadOnlySpan<T>(At(tensorIndex), count).CopyTo(target);
        else
            for (var i = 0; i < count; i++)
                target[i] = *At(Translate(tensorIndex + i));
        GC.KeepAlive(tensor);
    }

    /// <summary>Overwrites elements from number <paramref name="tensorIndex"/> on, as far as both sides go.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - Start(tensorIndex));
        if (contiguous)
            source[..count].CopyTo(new Span<T>(At(tensorIndex), count));
        else
            for (var i = 0; i < count; i++)
                *At(Translate(tensorIndex + i)) = source[i];
        GC.KeepAlive(tensor);
    }

#nullable disable
    public override bool Equals(object obj) => obj is TensorAccessor<T> other && this == other;
#nullable restore

    public override int GetHashCode() => tensor.GetHashCode();

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    internal static unsafe T ReadItemAt(Tensor tensor, long index)
    {
        RequireCpu(tensor);
        tensor.ValidateType(typeof(T));
        var elements = new TensorAccessor<T>(tensor);
        return index >= 0 && index < elements.Count
            ? elements[index]
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"The tensor has {elements.Count} elements.");
    }

    private static void RequireCpu(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
    }

    private unsafe T* At(long offset) => (T*)tensor.DataPointer() + offset;

    private long Start(long index) => index >= 0 && (index < Count || Count == 0)
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The tensor has {Count} elements.");

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1)
        {
            var index = indices[0];
            if (index < 0 || index >= Count)
                throw new IndexOutOfRangeException($"{index} in a collection of {Count} elements.");
            return Translate(index);
        }
        if (indices.Length != shape.Length)
            throw new IndexOutOfRangeException($"{indices.Length} indices for a tensor of {shape.Length} dimensions.");
        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= shape[i])
                throw new IndexOutOfRangeException($"{indices[i]} is not in [0, {shape[i]}) of dimension {i}.");
            offset += indices[i] * strides[i];
        }
        return offset;
    }

    private long Translate(long index)
    {
        if (contiguous)
            return index;
        var offset = 0L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            (index, var place) = Math.DivRem(index, shape[i]);
            offset += place * strides[i];
        }
        return offset;
    }

    private void Advance(long[] place)
    {
        for (var i = place.Length - 1; i >= 0 && ++place[i] == shape[i]; i--)
            place[i] = 0;
    }
}
