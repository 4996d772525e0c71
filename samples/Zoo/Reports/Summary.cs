using System.Globalization;
using Samples.Reports;

namespace Zoo.Reports;

/// <summary>What was expected of each system, what was measured, and whether it holds.</summary>
public static class Summary
{
    private static readonly string[] Columns = ["system", "what is measured", "value", "bar", "held"];

    /// <summary>What the columns mean.</summary>
    public static string Caption(IReadOnlyList<Result> results)
    {
        var seeds = results.Select(result => result.Seed).Distinct().Count();
        return seeds == 1 ? "One seed." : $"Mean ± standard deviation over {seeds} seeds; held counts the seeds with which it holds.";
    }

    /// <summary>A row for each claim of each system.</summary>
    public static ResultTable Of(IReadOnlyList<Result> results)
        => new(Columns, [.. results.GroupBy(result => result.System).SelectMany(Rows)]) { TextColumns = 2 };

    /// <summary>The numbers behind the claims of one system.</summary>
    public static ResultTable Figures(IReadOnlyList<Result> runs) => new(
        ["figure", "value"],
        [.. runs[0].Findings.Figures.Select((figure, index) => (IReadOnlyList<string>)[figure.Name, Text(runs.Select(run => run.Findings.Figures[index].Value))])]);

    private static IEnumerable<IReadOnlyList<string>> Rows(IGrouping<DepthSystem, Result> runs)
        => runs.First().Findings.Claims.Select((claim, index) => Row(runs.Key.Name, [.. runs.Select(run => run.Findings.Claims[index])]));

    private static IReadOnlyList<string> Row(string system, IReadOnlyList<Claim> claims)
    {
        var held = claims.Count(claim => claim.Holds);
        return [system, claims[0].Says, Text(claims.Select(claim => claim.Measured)), claims[0].Bar, FormattableString.Invariant($"{(held == claims.Count ? "held" : "not held")}, {held} of {claims.Count}")];
    }

    /// <summary>Three digits that count.</summary>
    private static string Text(IEnumerable<double> values)
    {
        var mean = MeanSd.Of(values);
        var digits = double.IsFinite(mean.Mean) && mean.Mean != 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(mean.Mean))), 0, 8) : 2;
        return mean.ToString(Math.Abs(mean.Mean) is >= 1e6 or (> 0 and < 1e-4) ? "0.##E0" : $"F{digits.ToString(CultureInfo.InvariantCulture)}");
    }
}
