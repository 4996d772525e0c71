using NanoGpt.Training;
using Samples.Reports;

namespace NanoGpt.Reports;

/// <summary>The page, the charts and the JSON lines that a run leaves behind.</summary>
/// <param name="file">What it was told, and every training that was finished.</param>
public sealed class Report(RunFile<GptRun, RunResult> file)
{
    private readonly GptRun run = file.Run;

    /// <summary>What came of the trainings.</summary>
    public IReadOnlyList<RunResult> Results { get; } = [.. file.Trainings.Select(numbered => numbered.Training)];

    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder) => ReportFolder.Write(folder, Charts.Losses(Results), Charts.Errors(Results), Charts.Parameters(Results), file.Lines(), Page());

    private string Page()
    {
        var page = new MarkdownReport("nanoGPT with shared depth")
            .Table(Summary.Of(Results))
            .Paragraph(Summary.Caption)
            .Picture(ReportFolder.Errors, "validation loss of each model, with its spread over seeds")
            .Picture(ReportFolder.Losses, "loss by iteration, on the validation part and on the training part")
            .Picture(ReportFolder.Parameters, "parameters of each model")
            .Section("Depths")
            .Facts(run.Depths.Select(rule => new Fact(rule.Name, rule.Plan.ToString())))
            .Section("Settings")
            .Facts([.. file.Facts(), new("processes", $"{run.Processes}"), new("threads", $"{run.Threads}"), .. run.Settings.Facts(), .. run.Environment.Facts()])
            .Section("What the models write");
        return Results.DistinctBy(result => result.Model).Aggregate(page, (whole, result) => whole.Paragraph($"{result.Model}:").Code("text", result.Sample)).ToString();
    }
}
