using Molecules.Training;
using Samples.Charts;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The training loss of each model: the mean over folds and seeds, and a band of one standard deviation.</summary>
public static class LossChart
{
    public static LineChart Of(IReadOnlyList<FoldResult> results) => new(
        "Training loss",
        "epoch",
        "absolute error (standardised target)",
        [.. results.GroupBy(result => result.Model).Select(runs => new Series(runs.Key, Curve([.. runs])))]);

    private static List<CurvePoint> Curve(IReadOnlyList<FoldResult> runs)
        => [.. runs[0].Loss.Select((_, epoch) => Point(epoch, MeanSd.Of(runs.Select(run => run.Loss[epoch]))))];

    private static CurvePoint Point(int epoch, MeanSd loss)
        => new(epoch + 1, loss.Mean, Math.Max(0, loss.Mean - loss.Sd), loss.Mean + loss.Sd);
}
