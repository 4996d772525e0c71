namespace TorchSharp;

/// <summary>Whole numbers of up to 63 bits, seven bits a byte, the lowest first; the top bit says that more follow.</summary>
internal static class LEB128
{
    private const int MostBytes = 9;

    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7F; value >>= 7)
            writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    /// <exception cref="EndOfStreamException">The number is cut off.</exception>
    /// <exception cref="InvalidDataException">The number does not end.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        var value = 0L;
        for (var i = 0; i < MostBytes; i++)
        {
            var part = reader.ReadByte();
            value |= (long)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return value;
        }
        throw new InvalidDataException("This is no file of tensors: a number in it is longer than 63 bits.");
    }
}
