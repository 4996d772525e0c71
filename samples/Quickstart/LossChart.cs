using Samples.Charts;
using Samples.Reports;

namespace Quickstart;

/// <summary>The training loss of each contender: the mean over its seeds, and a band of one standard deviation.</summary>
public static class LossChart
{
    public static LineChart Of(IReadOnlyList<RunResult> results) => new(
        "Training loss",
        "epoch",
        "squared error (standardised target)",
        [.. results.GroupBy(result => result.Model).Select(runs => new Series(runs.Key, Curve([.. runs])))]);

    private static List<CurvePoint> Curve(IReadOnlyList<RunResult> runs)
        => [.. runs[0].Loss.Select((_, epoch) => Point(epoch, MeanSd.Of(runs.Select(run => run.Loss[epoch]))))];

    private static CurvePoint Point(int epoch, MeanSd loss)
        => new(epoch + 1, loss.Mean, Math.Max(0, loss.Mean - loss.Sd), loss.Mean + loss.Sd);
}
