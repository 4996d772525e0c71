using System.Buffers.Binary;
using System.Security.Cryptography;
using Samples;
using Samples.Reports;

namespace NanoGpt.Checkpoints;

/// <summary>
/// A checkpoint in a file: a mark, the length of the content, its SHA-256, the content. So a file that is cut off or changed is
/// known for what it is before anything is read from it.
/// </summary>
public static class CheckpointFile
{
    private const int HeaderLength = 8 + 8 + SHA256.HashSizeInBytes;

    /// <summary>The last digit is the version of the content.</summary>
    private static readonly byte[] Mark = "NANOGPT1"u8.ToArray();

    /// <summary>Writes a file as a whole or not at all.</summary>
    /// <exception cref="SampleException">The file cannot be written.</exception>
    public static void Write(string path, Checkpoint checkpoint)
    {
        var content = CheckpointContent.Bytes(checkpoint);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
        AtomicFile.Write(path, [.. Mark, .. length, .. SHA256.HashData(content), .. content]);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableCheckpointException">It is no whole checkpoint; the message names it and says why.</exception>
    public static Checkpoint Read(string path)
    {
        var bytes = Bytes(path);
        if (Problem(bytes) is { } problem)
        {
            throw new UnreadableCheckpointException($"{path} {problem}");
        }

        return CheckpointContent.Of(bytes[HeaderLength..]);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableCheckpointException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static string? Problem(byte[] bytes)
    {
        var mark = Math.Min(bytes.Length, Mark.Length);
        if (!bytes.AsSpan(0, mark).SequenceEqual(Mark.AsSpan(0, mark)))
        {
            return "is no checkpoint of this version of the sample.";
        }

        if (bytes.Length < HeaderLength)
        {
            return $"is cut off: it has {bytes.Length} bytes, fewer than its header.";
        }

        var length = HeaderLength + BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(Mark.Length));
        return bytes.Length < length ? $"is cut off: it has {bytes.Length} of {length} bytes."
            : bytes.Length > length ? $"is damaged: it has {bytes.Length} bytes instead of {length}."
            : !SHA256.HashData(bytes.AsSpan(HeaderLength)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length + 8, SHA256.HashSizeInBytes)) ? "is damaged: its checksum is wrong."
            : null;
    }
}
