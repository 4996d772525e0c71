using System.Text;

namespace NanoGpt.Checkpoints;

/// <summary>What TorchSharp writes to a file, as bytes in memory.</summary>
internal static class StateBytes
{
    public static byte[] Of(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    public static void Read(byte[] bytes, Action<BinaryReader> read)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        read(reader);
    }
}
