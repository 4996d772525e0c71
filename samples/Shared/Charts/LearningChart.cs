using Samples.Reports;

namespace Samples.Charts;

/// <summary>What is judged beside what is learned from, over all trainings of each model.</summary>
public static class LearningChart
{
    /// <param name="title">What the chart shows.</param>
    /// <param name="xLabel">The unit of time.</param>
    /// <param name="yLabel">The loss, with its unit.</param>
    /// <param name="judged">What the part is called that models are judged by.</param>
    /// <param name="trainings">All trainings, one or several a model.</param>
    public static LineChart Of(string title, string xLabel, string yLabel, string judged, IReadOnlyList<LearningCurve> trainings)
    {
        var models = trainings.GroupBy(training => training.Model).Select(group => group.ToList()).ToList();
        var counts = models.Select(group => group.Count).Distinct();
        return new LineChart(
            title,
            xLabel,
            yLabel,
            [.. models.SelectMany(group => new[] { Judged(group), Train(group) })],
            new LineKey(judged, "training", $"mean ± standard deviation over {string.Join(" or ", counts)} trainings"));
    }

    private static Curve Judged(IReadOnlyList<LearningCurve> trainings)
        => new(trainings[0].Model, Over(trainings, point => point.Judged, (x, loss) => new CurvePoint(x, loss.Mean, loss.Mean - loss.Sd, loss.Mean + loss.Sd)));

    private static Curve Train(IReadOnlyList<LearningCurve> trainings)
        => new(trainings[0].Model, Over(trainings, point => point.Train, (x, loss) => new CurvePoint(x, loss.Mean)), IsDashed: true);

    private static List<CurvePoint> Over(IReadOnlyList<LearningCurve> trainings, Func<LearningPoint, double> loss, Func<double, MeanSd, CurvePoint> point)
        => [.. trainings[0].Points.Select((first, index) => point(first.X, MeanSd.Of(trainings.Select(training => loss(training.Points[index])))))];
}
