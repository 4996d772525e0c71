using Samples.Charts;
using Samples.Reports;

namespace Zoo.Reports;

/// <summary>Lines over a common axis.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Lines">The lines, the same names and places in each run.</param>
public sealed record LinePicture(string Title, string XLabel, string YLabel, params IReadOnlyList<Line> Lines) : Picture(Title, XLabel, YLabel)
{
    /// <summary>Whether values are drawn as their logarithms.</summary>
    public bool IsLogarithmic { get; init; }

    /// <inheritdoc/>
    public override string ToSvg(IReadOnlyList<Picture> runs)
    {
        var lines = runs.Cast<LinePicture>().SelectMany(run => run.Lines).GroupBy(line => line.Name);
        var key = new LineKey("mean", "expected", $"± standard deviation over {runs.Count} seeds");
        return new LineChart(Title, XLabel, YLabel, [.. lines.Select(Mean)], key) { IsLogarithmic = IsLogarithmic }.ToSvg();
    }

    private static Curve Mean(IGrouping<string, Line> runs)
        => new(runs.Key, [.. runs.First().X.Select((x, index) => Point(x, MeanSd.Of(runs.Select(run => run.Y[index]))))], runs.First().IsExpected);

    private static CurvePoint Point(double x, MeanSd y) => new(x, y.Mean, y.Mean - y.Sd, y.Mean + y.Sd);
}
