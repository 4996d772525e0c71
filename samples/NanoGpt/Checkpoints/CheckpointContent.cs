using NanoGpt.Training;

namespace NanoGpt.Checkpoints;

/// <summary>A checkpoint as a sequence of bytes.</summary>
internal static class CheckpointContent
{
    public static byte[] Bytes(Checkpoint checkpoint) => StateBytes.Of(writer => Write(writer, checkpoint));

    public static Checkpoint Of(byte[] bytes)
    {
        Checkpoint? checkpoint = null;
        StateBytes.Read(bytes, reader => checkpoint = Read(reader));
        return checkpoint!;
    }

    private static void Write(BinaryWriter writer, Checkpoint checkpoint)
    {
        writer.Write(checkpoint.Description);
        writer.Write(checkpoint.Iteration);
        writer.Write(checkpoint.Elapsed.Ticks);
        Write(writer, checkpoint.History);
        foreach (var part in new[] { checkpoint.Model, checkpoint.Optimizer, checkpoint.Random })
        {
            writer.Write(part.Length);
            writer.Write(part);
        }
    }

    private static Checkpoint Read(BinaryReader reader) => new(
        reader.ReadString(),
        reader.ReadInt32(),
        new TimeSpan(reader.ReadInt64()),
        ReadHistory(reader),
        ReadPart(reader),
        ReadPart(reader),
        ReadPart(reader));

    private static void Write(BinaryWriter writer, LossHistory history)
    {
        writer.Write(history.Pending);
        writer.Write(history.Count);
        writer.Write(history.Points.Count);
        foreach (var (iteration, train, validation) in history.Points)
        {
            writer.Write(iteration);
            writer.Write(train);
            writer.Write(validation);
        }
    }

    private static LossHistory ReadHistory(BinaryReader reader)
    {
        var (pending, count) = (reader.ReadDouble(), reader.ReadInt32());
        var points = new LossPoint[reader.ReadInt32()];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new LossPoint(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        }

        return new LossHistory(points, pending, count);
    }

    private static byte[] ReadPart(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}
