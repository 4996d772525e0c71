using Samples.Reports;

namespace Zoo.Reports;

/// <summary>The page, a picture a system, and the JSON lines that a run leaves behind.</summary>
/// <param name="file">What it was told, and what was finished.</param>
public sealed class Report(RunFile<ZooRun, Result> file)
{
    /// <summary>What was found.</summary>
    public IReadOnlyList<Result> Results { get; } = [.. file.Trainings.Select(numbered => numbered.Training)];

    /// <summary>Writes everything into a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="Samples.SampleException">The folder cannot be written.</exception>
    public string Write(string folder)
    {
        var systems = Results.GroupBy(result => result.System).Select(runs => runs.ToList()).ToList();
        var pictures = systems.Select(runs => (PictureOf(runs[0].System), runs[0].Findings.Picture.ToSvg([.. runs.Select(run => run.Findings.Picture)])));
        return ReportFolder.Write(folder, pictures, file.Lines(), Page(systems));
    }

    private static string PictureOf(DepthSystem system) => $"{system.Name}.svg";

    private string Page(IReadOnlyList<IReadOnlyList<Result>> systems)
    {
        var page = new MarkdownReport("The zoo: systems of the field, each as one class")
            .Table(Summary.Of(Results))
            .Paragraph(Summary.Caption(Results));
        foreach (var runs in systems)
        {
            var system = runs[0].System;
            page.Section(system.Name)
                .Paragraph($"{system.Source}: `{system.Formula}`")
                .Paragraph(system.Expected)
                .Picture(PictureOf(system), runs[0].Findings.Picture.Title)
                .Table(Summary.Figures(runs));
            foreach (var claim in runs[0].Findings.Claims.Where(claim => claim.NotSeenBecause is not null))
            {
                page.Paragraph($"Not seen here: {claim.Says}. {claim.NotSeenBecause}");
            }
        }

        return page.Section("Settings").Facts([.. file.Facts(), .. file.Run.Environment.Facts()]).ToString();
    }
}
