using System.Globalization;
using Molecules.Training;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The table that closes a run: each model's figures over folds and seeds.</summary>
public static class Summary
{
    private static readonly string[] Columns = ["model", "parameters", "evaluations", "seconds a fold", "train RMSE", "test RMSE", "trainings"];

    /// <summary>What any model must beat.</summary>
    public const string Baseline = "always the mean";

    /// <summary>What the figures are.</summary>
    public const string Caption = "RMSE in log10 mol/l, mean ± standard deviation over folds and seeds.";

    public static ResultTable Of(IReadOnlyList<FoldResult> results)
        => new(Columns, [.. results.GroupBy(result => result.Model).Select(Row), BaselineRow(BaselineError(results))]);

    /// <summary>The test error of the baseline; the folds of one contender say it all.</summary>
    public static MeanSd BaselineError(IReadOnlyList<FoldResult> results)
        => MeanSd.Of(results.DistinctBy(result => (result.Seed, result.Fold)).Select(result => result.MeanRmse));

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

    private static IReadOnlyList<string> BaselineRow(MeanSd error) => [Baseline, "0", "0", "", "", error.ToString(), FormattableString.Invariant($"{error.Count}")];
}
