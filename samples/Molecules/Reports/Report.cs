using Molecules.Data;
using Molecules.Training;
using Samples.Reports;

namespace Molecules.Reports;

/// <summary>The page, the charts and the JSON lines that a run leaves behind.</summary>
/// <param name="Settings">How the models were trained.</param>
/// <param name="Selection">What was compared.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Data">Where the molecules come from.</param>
/// <param name="Skipped">The rows that were left out.</param>
/// <param name="Results">Every training that was finished.</param>
public sealed record Report(
    TrainingSettings Settings,
    Selection Selection,
    RunEnvironment Environment,
    string Data,
    IReadOnlyList<SkippedRow> Skipped,
    IReadOnlyList<FoldResult> Results)
{
    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder) => ReportFolder.Write(folder, LossChart.Of(Results), ParameterChart.Of(Results), Lines(), Page());

    private IEnumerable<object> Lines()
    {
        var choice = Selection.Facts().ToDictionary(fact => fact.Name, fact => fact.Value);
        return [new { Run = new { Data, Skipped, Settings, Selection = choice, Environment } }, .. Results.Select(result => new { Training = result })];
    }

    private string Page()
    {
        var page = new MarkdownReport("Solubility from the graphs of molecules")
            .Table(Summary.Of(Results))
            .Paragraph(Summary.Caption)
            .Picture(ReportFolder.Losses, "training loss by epoch")
            .Picture(ReportFolder.Parameters, "parameters of each model")
            .Section("Depths")
            .Facts(Selection.Depths.Select(depth => new Fact(depth.Name, depth.Plan.ToString())))
            .Section("Settings")
            .Facts([new("data", Data), new("trainings finished", Finished()), .. Selection.Facts(), .. Settings.Facts(), .. Environment.Facts()]);
        return Skipped.Count == 0
            ? page.ToString()
            : page.Section("Rows left out").Paragraph(string.Join("\n", Skipped.Select(row => $"- {row}"))).ToString();
    }

    private string Finished()
        => FormattableString.Invariant($"{Results.Count} of {Selection.Contenders.Count * Settings.Seeds * Settings.JudgedFolds}");
}
