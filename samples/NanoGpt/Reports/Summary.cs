using System.Globalization;
using NanoGpt.Training;
using Samples.Reports;

namespace NanoGpt.Reports;

/// <summary>The table that closes a run: each model's figures over its seeds.</summary>
public static class Summary
{
    /// <summary>What the figures are.</summary>
    public const string Caption =
        "Loss in nats a character, on the last batches and on the whole validation part; mean ± standard deviation over seeds. Parameters without the table of positions, as nanoGPT counts them.";

    /// <summary>What any model must beat.</summary>
    public const string Baseline = "every character alike";

    private static readonly string[] Columns = ["model", "parameters", "evaluations", "ms an iteration", "train loss", "validation loss", "trainings"];

    public static ResultTable Of(IReadOnlyList<RunResult> results)
        => new(Columns, [.. results.GroupBy(result => result.Model).Select(Row), UniformRow(results[0])]);

    private static IReadOnlyList<string> Row(IGrouping<string, RunResult> runs) =>
    [
        runs.Key,
        runs.First().Parameters.ToString("N0", CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{runs.First().Evaluations}"),
        MeanSd.Of(runs.Select(run => run.MillisecondsAnIteration)).ToString("0.0"),
        MeanSd.Of(runs.Select(run => run.TrainLoss)).ToString(),
        MeanSd.Of(runs.Select(run => run.ValidationLoss)).ToString(),
        FormattableString.Invariant($"{runs.Count()}"),
    ];

    /// <summary>What any model must beat.</summary>
    private static IReadOnlyList<string> UniformRow(RunResult any)
    {
        var loss = any.UniformLoss.ToString("0.000", CultureInfo.InvariantCulture);
        return [Baseline, "0", "0", "", loss, loss, ""];
    }
}
