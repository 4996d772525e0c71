using System.Text;

namespace Samples.Reports;

/// <summary>Writes a file so that a reader sees the old one or the new one, never half of it.</summary>
public static class AtomicFile
{
    /// <summary>Writes UTF-8 text, making the folder where it is missing.</summary>
    /// <exception cref="SampleException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            Replace(path, text, Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path} cannot be written: {problem.Message} Name another folder with --out.", problem);
        }
    }

    private static void Replace(string path, string text, string temporary)
    {
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
