using static TorchSharp.torch;

namespace TorchSharp;

// TorchSharp's own format: type, shape and elements, one after the other.
public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor: its type, its shape and its elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        new TensorHeader(tensor.dtype, tensor.shape).Write(writer);
        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    /// <remarks>The file appears, or is replaced, only when it is complete.</remarks>
    public static void Save(this Tensor tensor, string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    });

    /// <summary>Reads a saved tensor into this one.</summary>
    /// <exception cref="ArgumentException">The saved tensor has another type or shape.</exception>
    /// <exception cref="EndOfStreamException">The file ends too early.</exception>
    /// <exception cref="InvalidDataException">The file holds no tensor.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var header = TensorHeader.Read(reader);
        if (header.Type != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {header.Type}, the tensor {tensor.dtype}. Make sure that the model you are loading into is exactly the same as the origin.");
        Fill(tensor, header, reader, skip);
    }

    /// <inheritdoc cref="Load(Tensor, BinaryReader, bool)"/>
    /// <returns>A new tensor: of zeros, where its elements are skipped.</returns>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads a saved tensor into one or, where that is null, into a new one.</summary>
    /// <inheritdoc cref="Load(Tensor, BinaryReader, bool)" path="/exception"/>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var header = TensorHeader.Read(reader);
        tensor ??= skip ? zeros(header.Shape, header.Type, CPU) : empty(header.Shape, header.Type, CPU);
        Fill(tensor, header, reader, skip);
    }

    internal static void Fill(Tensor tensor, TensorHeader header, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            Skip(reader.BaseStream, header.Bytes);
            return;
        }
        if (!header.Shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: the file has [{string.Join(", ", header.Shape)}], the tensor [{string.Join(", ", tensor.shape)}]. Make sure that the model you are loading into is exactly the same as the origin.");
        using var grad = no_grad();
        if (header.Type == tensor.dtype && tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            tensor.ReadBytesFromStream(reader.BaseStream);
            return;
        }
        using var read = empty(header.Shape, header.Type, CPU);
        read.ReadBytesFromStream(reader.BaseStream);
        tensor.copy_(read);
    }

    private static void Skip(Stream stream, long count)
    {
        if (stream.CanSeek)
        {
            stream.Seek(count, SeekOrigin.Current);
            return;
        }
        var buffer = new byte[Math.Min(count, 1 << 16)];
        for (; count > 0; count -= Math.Min(count, buffer.Length))
            stream.ReadExactly(buffer, 0, (int)Math.Min(count, buffer.Length));
    }
}
