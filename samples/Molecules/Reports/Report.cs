using Molecules.Training;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The page, the charts and the JSON lines that a run leaves behind.</summary>
/// <param name="file">What it was told, and every training that was finished.</param>
public sealed class Report(RunFile<MoleculeRun, FoldResult> file)
{
    private readonly MoleculeRun run = file.Run;

    /// <summary>What came of the trainings.</summary>
    public IReadOnlyList<FoldResult> Results { get; } = [.. file.Trainings.Select(numbered => numbered.Training)];

    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder) => ReportFolder.Write(folder, Charts.Losses(Results), Charts.Errors(Results), Charts.Parameters(Results), file.Lines(), Page());

    private string Page()
    {
        var page = new MarkdownReport("Solubility from the graphs of molecules")
            .Table(Summary.Of(Results))
            .Paragraph(Summary.Caption)
            .Picture(ReportFolder.Errors, "test error of each model, with its spread over folds and seeds")
            .Picture(ReportFolder.Losses, "loss by epoch, on the test part and on the training part")
            .Picture(ReportFolder.Parameters, "parameters of each model")
            .Section("Depths")
            .Facts(run.Selection.Depths.Select(depth => new Fact(depth.Name, depth.Plan.ToString())))
            .Section("Settings")
            .Facts([.. file.Facts(), .. run.Selection.Facts(), .. run.Settings.Facts(), .. run.Environment.Facts()]);
        return run.Skipped.Count == 0
            ? page.ToString()
            : page.Section("Rows left out").Paragraph(string.Join("\n", run.Skipped.Select(row => $"- {row}"))).ToString();
    }
}
