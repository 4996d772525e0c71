using System.Globalization;
using Samples.Reports;

namespace Quickstart;

/// <summary>The table that closes a run: each contender's figures over all seeds.</summary>
public static class Summary
{
    /// <summary>What any model must beat.</summary>
    public const string Baseline = "always the mean";

    private static readonly string[] Columns = ["model", "parameters", "seconds", "train RMSE", "test RMSE"];

    public static ResultTable Of(IReadOnlyList<RunResult> results)
        => new(Columns, [.. results.GroupBy(result => result.Model).Select(Row), [Baseline, "0", "", "", BaselineError(results).ToString()]]);

    /// <summary>The test error of the baseline; the seeds of one contender say it all.</summary>
    public static MeanSd BaselineError(IReadOnlyList<RunResult> results) => MeanSd.Of(results.DistinctBy(result => result.Seed).Select(result => result.MeanRmse));

    /// <summary>What the figures mean.</summary>
    public static string Caption(IReadOnlyList<RunResult> results)
    {
        var seeds = results.CountBy(result => result.Model).Select(count => count.Value).Distinct().ToList();
        return $"RMSE in log10 mol/l and seconds for a training: mean ± standard deviation over {string.Join(" or ", seeds)} {(seeds is [1] ? "seed" : "seeds")}.";
    }

    private static IReadOnlyList<string> Row(IGrouping<string, RunResult> runs) =>
    [
        runs.Key,
        runs.First().Parameters.ToString("N0", CultureInfo.InvariantCulture),
        MeanSd.Of(runs.Select(run => run.Seconds)).ToString("0.0"),
        MeanSd.Of(runs.Select(run => run.TrainRmse)).ToString(),
        MeanSd.Of(runs.Select(run => run.TestRmse)).ToString(),
    ];
}
