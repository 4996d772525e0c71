namespace Samples.Reports;

/// <summary>The folder that receives a report.</summary>
public static class ReportFolder
{
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
}
