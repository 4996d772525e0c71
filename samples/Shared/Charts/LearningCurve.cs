namespace Samples.Charts;

/// <summary>How a training went.</summary>
/// <param name="Model">What is trained.</param>
/// <param name="Points">Its points, at the same times as those of other trainings of the model.</param>
public sealed record LearningCurve(string Model, IReadOnlyList<LearningPoint> Points)
{
    /// <summary>A training with a point after each epoch.</summary>
    public static LearningCurve OfEpochs(string model, IReadOnlyList<double> train, IReadOnlyList<double> judged)
        => new(model, [.. train.Zip(judged, (learned, unseen) => (learned, unseen)).Select((loss, index) => new LearningPoint(index + 1, loss.learned, loss.unseen))]);
}
