namespace NanoGpt.Training;

/// <summary>The losses of a training so far.</summary>
/// <param name="Points">The finished points of the curve.</param>
/// <param name="Pending">The sum of the losses since the last of them.</param>
/// <param name="Count">How many losses that is.</param>
public sealed record LossHistory(IReadOnlyList<LossPoint> Points, double Pending, int Count)
{
    public static LossHistory Empty { get; } = new([], 0, 0);

    /// <summary>With the loss of one more batch.</summary>
    public LossHistory Add(double loss) => this with { Pending = Pending + loss, Count = Count + 1 };

    /// <summary>With a point made of the losses since the last one.</summary>
    public LossHistory Close(int iteration, double validation)
        => new([.. Points, new LossPoint(iteration, Pending / Math.Max(1, Count), validation)], 0, 0);
}
