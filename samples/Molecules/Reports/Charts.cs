using Molecules.Training;
using Samples.Charts;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The pictures of a run.</summary>
public static class Charts
{
    /// <summary>How the models learn.</summary>
    public static LineChart Losses(IReadOnlyList<FoldResult> results) => LearningChart.Of(
        "Loss while learning",
        "epoch",
        "absolute error (standardised target)",
        "test",
        [.. results.Select(result => LearningCurve.OfEpochs(result.Model, result.Loss, result.TestLoss))]);

    /// <summary>What they are judged by in the end, and what saying the mean comes to.</summary>
    public static BarChart Errors(IReadOnlyList<FoldResult> results) => new(
        "Test error",
        "RMSE in log10 mol/l, mean ± standard deviation over folds and seeds",
        [
            .. results.GroupBy(result => result.Model).Select(runs => Bar.Of(runs.Key, MeanSd.Of(runs.Select(run => run.TestRmse)))),
            Bar.Of(Summary.Baseline, Summary.BaselineError(results)),
        ]);

    /// <summary>How many numbers each of them learns.</summary>
    public static BarChart Parameters(IReadOnlyList<FoldResult> results) => BarChart.OfParameters(results.Select(result => (result.Model, result.Parameters)));
}
