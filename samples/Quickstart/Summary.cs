using System.Globalization;
using Samples.Reports;

namespace Quickstart;

/// <summary>The table that closes a run: each contender's figures over all seeds.</summary>
public static class Summary
{
    private static readonly string[] Columns = ["model", "parameters", "seconds", "train RMSE", "test RMSE"];

    public static ResultTable Of(IReadOnlyList<RunResult> results)
        => new(Columns, [.. results.GroupBy(result => result.Model).Select(Row), MeanRow(results)]);

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

    /// <summary>What any model must beat; the seeds of one contender say it all.</summary>
    private static IReadOnlyList<string> MeanRow(IReadOnlyList<RunResult> results)
        => ["always the mean", "0", "", "", MeanSd.Of(results.DistinctBy(result => result.Seed).Select(result => result.MeanRmse)).ToString()];
}
