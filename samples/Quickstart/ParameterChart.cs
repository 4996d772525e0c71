using System.Globalization;
using Samples.Charts;

namespace Quickstart;

/// <summary>How many numbers each contender learns.</summary>
public static class ParameterChart
{
    public static BarChart Of(IReadOnlyList<RunResult> results) => new(
        "Parameters",
        [.. results.DistinctBy(result => result.Model).Select(run => new Bar(run.Model, run.Parameters, run.Parameters.ToString("N0", CultureInfo.InvariantCulture)))]);
}
