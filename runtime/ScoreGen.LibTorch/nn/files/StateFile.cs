using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A file opened by name, all of which is to be one state.</summary>
internal sealed class WholeFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read);

/// <summary>
/// Reads named tensors as TorchSharp writes them: their number, then for each its name and the tensor itself. What cannot be read
/// is an <see cref="InvalidDataException"/> that names the file.
/// </summary>
internal sealed class StateFile(BinaryReader reader)
{
    private readonly Stream stream = reader.BaseStream;

    /// <summary>What messages call the file.</summary>
    public string Source { get; } = reader.BaseStream is FileStream file ? $"'{file.Name}'" : "The stream";

    /// <summary>Reads the number of tensors.</summary>
    public long ReadCount() => Reading("the number of tensors", reader.Decode);

    /// <summary>Reads a name and a header, and checks that the file can hold what they announce.</summary>
    public (string key, TensorHeader header) ReadHeader()
    {
        var key = Reading("the name of a tensor", reader.ReadString);
        return (key, Reading($"'{key}'", () => TensorHeader.Read(reader)));
    }

    /// <summary>Reads elements into a tensor, or passes over them where that is null.</summary>
    public void ReadElements(string key, TensorHeader header, Tensor? target) => Reading($"'{key}'", () =>
    {
        TensorExtensionMethods.Fill(target!, header, reader, skip: target is null);
        return true;
    });

    /// <summary>Throws unless the tensor is of the announced type and shape.</summary>
    public void RequireFit(string key, TensorHeader header, Tensor tensor)
    {
        if (header.Type != tensor.dtype)
            throw new ArgumentException(
                $"{Source}: Mismatched tensor data types while loading '{key}': the module has {tensor.dtype}, the file {header.Type}.");
        if (!header.Shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"{Source}: Mismatched tensor shape while loading '{key}': the module has [{string.Join(", ", tensor.shape)}], "
                + $"the file [{string.Join(", ", header.Shape)}].");
    }

    /// <summary>Throws unless the file ends here.</summary>
    public void ExpectEnd()
    {
        if (stream.Position != stream.Length)
            throw new InvalidDataException(
                $"{Source} has {stream.Length - stream.Position} bytes after its last tensor: it is not a file of this module.");
    }

    private T Reading<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or InvalidDataException)
        {
            throw new InvalidDataException(
                $"{Source} is truncated or not a file of a module: {what} cannot be read. {error.Message} Save it again, or check that it is the file you meant.",
                error);
        }
    }
}
