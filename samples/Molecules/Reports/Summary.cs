using System.Globalization;
using Molecules.Training;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The table that closes a run: each model's figures over folds and seeds.</summary>
public static class Summary
{
    private static readonly string[] Columns = ["model", "parameters", "evaluations", "seconds a fold", "train RMSE", "test RMSE", "trainings"];

    /// <summary>What the figures are.</summary>
    public const string Caption = "RMSE in log10 mol/l, mean ± standard deviation over folds and seeds.";

    public static ResultTable Of(IReadOnlyList<FoldResult> results)
        => new(Columns, [.. results.GroupBy(result => result.Model).Select(Row), MeanRow(results)]);

    private static IReadOnlyList<string> Row(IGrouping<string, FoldResult> runs) =>
    [
        runs.Key,
        runs.First().Parameters.ToString("N0", CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{runs.First().Evaluations}"),
        MeanSd.Of(runs.Select(run => run.Seconds)).ToString("0.0"),
        MeanSd.Of(runs.Select(run => run.TrainRmse)).ToString(),
        MeanSd.Of(runs.Select(run => run.TestRmse)).ToString(),
        FormattableString.Invariant($"{runs.Count()}"),
    ];

    /// <summary>What any model must beat; the folds of one contender say it all.</summary>
    private static IReadOnlyList<string> MeanRow(IReadOnlyList<FoldResult> results)
    {
        var baseline = results.DistinctBy(result => (result.Seed, result.Fold)).Select(result => result.MeanRmse).ToList();
        return ["always the mean", "0", "0", "", "", MeanSd.Of(baseline).ToString(), FormattableString.Invariant($"{baseline.Count}")];
    }
}
