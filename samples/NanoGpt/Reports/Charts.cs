using NanoGpt.Training;
using Samples.Charts;
using Samples.Reports;

namespace NanoGpt.Reports;

/// <summary>The pictures of a run.</summary>
public static class Charts
{
    /// <summary>How the models learn.</summary>
    public static LineChart Losses(IReadOnlyList<RunResult> results) => LearningChart.Of(
        "Loss while learning",
        "iteration",
        "nats a character",
        "validation",
        [.. results.Select(result => new LearningCurve(result.Model, [.. result.Loss.Select(point => new LearningPoint(point.Iteration, point.Train, point.Validation))]))]);

    /// <summary>What they are judged by in the end, and what a guess comes to.</summary>
    public static BarChart Errors(IReadOnlyList<RunResult> results) => new(
        "Validation loss",
        "nats a character, mean ± standard deviation over seeds",
        [
            .. results.GroupBy(result => result.Model).Select(runs => Bar.Of(runs.Key, MeanSd.Of(runs.Select(run => run.ValidationLoss)))),
            Bar.Of(Summary.Baseline, MeanSd.Of([results[0].UniformLoss])),
        ]);

    /// <summary>How many numbers each of them learns.</summary>
    public static BarChart Parameters(IReadOnlyList<RunResult> results) => BarChart.OfParameters(results.Select(result => (result.Model, result.Parameters)));
}
