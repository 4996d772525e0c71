using Samples.Reports;

namespace Quickstart;

/// <summary>The page, the charts and the JSON lines that a run leaves behind.</summary>
/// <param name="Settings">How the contenders were trained.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Data">Where the molecules come from.</param>
/// <param name="GeneratedPass">The forward pass that the compiler wrote.</param>
/// <param name="Results">Every training that was finished.</param>
public sealed record Report(Settings Settings, RunEnvironment Environment, string Data, string GeneratedPass, IReadOnlyList<RunResult> Results)
{
    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder) => ReportFolder.Write(folder, Charts.Losses(Results), Charts.Errors(Results), Charts.Parameters(Results), Lines(), Page());

    private IEnumerable<object> Lines()
        => [new { Run = new { Data, Settings, Environment } }, .. Results.Select(result => new { Training = result })];

    private string Page() => new MarkdownReport("Solubility: four layers against one layer four times")
        .Paragraph($"Trained on {Data}.")
        .Table(Summary.Of(Results))
        .Paragraph(Summary.Caption(Results))
        .Picture(ReportFolder.Errors, "test error of each model, with its spread over seeds")
        .Picture(ReportFolder.Losses, "loss by epoch, on the test part and on the training part")
        .Picture(ReportFolder.Parameters, "parameters of each model")
        .Section("The generated forward pass")
        .Code("csharp", GeneratedPass)
        .Section("Settings")
        .Facts([new("trainings finished", $"{Results.Count} of {Settings.Seeds * Contender.All.Count}"), .. Settings.Facts(), .. Environment.Facts()])
        .ToString();
}
