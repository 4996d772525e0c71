using NanoGpt.Training;
using Samples.Charts;
using Samples.Reports;

namespace NanoGpt.Reports;

/// <summary>The loss on the validation part: the mean over seeds, and a band of one standard deviation.</summary>
public static class LossChart
{
    public static LineChart Of(IReadOnlyList<RunResult> results) => new(
        "Validation loss",
        "iteration",
        "nats a character",
        [.. results.GroupBy(result => result.Model).Select(runs => new Series(runs.Key, Curve([.. runs])))]);

    private static List<CurvePoint> Curve(IReadOnlyList<RunResult> runs)
        => [.. runs[0].Loss.Select((point, index) => Point(point.Iteration, MeanSd.Of(runs.Select(run => run.Loss[index].Validation))))];

    private static CurvePoint Point(int iteration, MeanSd loss) => new(iteration, loss.Mean, loss.Mean - loss.Sd, loss.Mean + loss.Sd);
}
