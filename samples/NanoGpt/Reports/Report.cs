using NanoGpt.Depth;
using NanoGpt.Training;
using Samples.Reports;

namespace NanoGpt.Reports;

/// <summary>The page, the charts and the JSON lines that a run leaves behind.</summary>
/// <param name="Settings">How the models were trained.</param>
/// <param name="Rules">What was compared.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Data">Where the text comes from.</param>
/// <param name="Processes">How many processes shared the batches.</param>
/// <param name="Threads">How many threads an operator had in each.</param>
/// <param name="Results">Every training that was finished.</param>
public sealed record Report(
    TrainingSettings Settings,
    IReadOnlyList<DepthRule> Rules,
    RunEnvironment Environment,
    string Data,
    int Processes,
    int Threads,
    IReadOnlyList<RunResult> Results)
{
    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder) => ReportFolder.Write(folder, LossChart.Of(Results), ParameterChart.Of(Results), Lines(), Page());

    private IEnumerable<object> Lines()
        => [new { Run = new { Data, Processes, Threads, Settings, Depths = Rules.ToDictionary(rule => rule.Name, rule => rule.Plan.ToString()), Environment } }, .. Results.Select(result => new { Training = result })];

    private string Page()
    {
        var page = new MarkdownReport("nanoGPT with shared depth")
            .Table(Summary.Of(Results))
            .Paragraph(Summary.Caption)
            .Picture(ReportFolder.Losses, "validation loss by iteration")
            .Picture(ReportFolder.Parameters, "parameters of each model")
            .Section("Depths")
            .Facts(Rules.Select(rule => new Fact(rule.Name, rule.Plan.ToString())))
            .Section("Settings")
            .Facts([new("data", Data), new("trainings finished", Finished()), new("processes", $"{Processes}"), new("threads", $"{Threads}"), .. Settings.Facts(), .. Environment.Facts()])
            .Section("What the models write");
        return Results.DistinctBy(result => result.Model).Aggregate(page, (whole, result) => whole.Paragraph($"{result.Model}:").Code("text", result.Sample)).ToString();
    }

    private string Finished() => FormattableString.Invariant($"{Results.Count} of {Rules.Count * Settings.Seeds}");
}
