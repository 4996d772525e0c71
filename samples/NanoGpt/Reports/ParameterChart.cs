using System.Globalization;
using NanoGpt.Training;
using Samples.Charts;

namespace NanoGpt.Reports;

/// <summary>How many numbers each model learns.</summary>
public static class ParameterChart
{
    public static BarChart Of(IReadOnlyList<RunResult> results) => new(
        "Parameters",
        [.. results.DistinctBy(result => result.Model).Select(run => new Bar(run.Model, run.Parameters, run.Parameters.ToString("N0", CultureInfo.InvariantCulture)))]);
}
