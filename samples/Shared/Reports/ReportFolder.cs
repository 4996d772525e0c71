using Samples.Charts;

namespace Samples.Reports;

/// <summary>The folder that receives a report: a page, its charts, and the JSON lines.</summary>
public static class ReportFolder
{
    /// <summary>The file of the loss curves, for the page to show.</summary>
    public const string Losses = "loss.svg";

    /// <summary>The file of the bars of errors, for the page to show.</summary>
    public const string Errors = "error.svg";

    /// <summary>The file of the bars of parameters, for the page to show.</summary>
    public const string Parameters = "parameters.svg";

    /// <summary>The file of JSON lines.</summary>
    public const string Results = "results.jsonl";

    /// <summary>Makes sure, before hours of work, that a report can be written there afterwards.</summary>
    /// <exception cref="SampleException">It cannot.</exception>
    public static void Require(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".{Guid.NewGuid():n}");
            File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"--out {path}: no report can be written there. {problem.Message}", problem);
        }
    }

    /// <summary>Writes a report of three charts.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="losses">The loss curves.</param>
    /// <param name="errors">The bars of what the models are judged by.</param>
    /// <param name="parameters">The bars of parameters.</param>
    /// <param name="lines">What machines may read, an object a line.</param>
    /// <param name="page">The page, in Markdown.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="SampleException">The folder cannot be written.</exception>
    public static string Write(string path, LineChart losses, BarChart errors, BarChart parameters, IEnumerable<object> lines, string page)
        => Write(path, [(Losses, losses.ToSvg()), (Errors, errors.ToSvg()), (Parameters, parameters.ToSvg())], lines, page);

    /// <summary>Writes a report. Each file is replaced as a whole, the page last.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="pictures">The pictures: what their files are called, and the SVG.</param>
    /// <param name="lines">What machines may read, an object a line.</param>
    /// <param name="page">The page, in Markdown.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="SampleException">The folder cannot be written.</exception>
    public static string Write(string path, IEnumerable<(string File, string Svg)> pictures, IEnumerable<object> lines, string page)
    {
        foreach (var (name, svg) in pictures)
        {
            AtomicFile.Write(Path.Combine(path, name), svg);
        }

        AtomicFile.Write(Path.Combine(path, Results), JsonLines.Of(lines));
        var file = Path.Combine(path, "report.md");
        AtomicFile.Write(file, page);
        return file;
    }
}
