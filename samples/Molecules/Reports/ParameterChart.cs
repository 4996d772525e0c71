using System.Globalization;
using Molecules.Training;
using Samples.Charts;

namespace Molecules.Reports;

/// <summary>How many numbers each model learns.</summary>
public static class ParameterChart
{
    public static BarChart Of(IReadOnlyList<FoldResult> results) => new(
        "Parameters",
        [.. results.GroupBy(result => result.Model).Select(runs => Bar(runs.Key, runs.First().Parameters))]);

    private static Bar Bar(string model, long parameters)
        => new(model, parameters, parameters.ToString("N0", CultureInfo.InvariantCulture));
}
