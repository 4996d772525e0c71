using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What stands before the elements of a saved tensor: its type and its shape.</summary>
internal readonly record struct TensorHeader(ScalarType Type, long[] Shape)
{
    private const int MostDims = 64;

    /// <summary>The bytes of the elements.</summary>
    internal long Bytes { get; } = Size(Type, Shape);

    internal static TensorHeader Read(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        if (!Enum.IsDefined(type))
            throw new InvalidDataException($"This is no file of tensors: it names element type {(long)type}, which does not exist.");
        var dims = reader.Decode();
        if (dims > MostDims)
            throw new InvalidDataException($"This is no file of tensors: it names a tensor of {dims} dimensions.");
        var shape = new long[dims];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.Decode();
        var header = new TensorHeader(type, shape);
        header.RequireContent(reader.BaseStream);
        return header;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Encode((long)Type);
        writer.Encode(Shape.Length);
        foreach (var length in Shape)
            writer.Encode(length);
    }

    /// <summary>Refuses before anything is allocated for elements that are not there.</summary>
    private void RequireContent(Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position < Bytes)
            throw new EndOfStreamException(
                $"The file ends within a tensor of {Type} [{string.Join(", ", Shape)}]: {Bytes} bytes are needed, {stream.Length - stream.Position} are left.");
    }

    private static long Size(ScalarType type, long[] shape)
    {
        try
        {
            return checked(shape.Aggregate((long)type.ElementSize(), (bytes, length) => checked(bytes * length)));
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"This is no file of tensors: it names a tensor of shape [{string.Join(", ", shape)}].");
        }
    }
}
