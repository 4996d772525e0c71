using System.Text;

namespace Samples.Reports;

/// <summary>Writes a file so that a reader sees the old one or the new one, never half of it.</summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding PlainUtf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes UTF-8 text, making the folder where it is missing.</summary>
    /// <exception cref="SampleException">The file cannot be written.</exception>
    public static void Write(string path, string text) => Write(path, PlainUtf8.GetBytes(text));

    /// <summary>Writes bytes, making the folder where it is missing.</summary>
    /// <exception cref="SampleException">The file cannot be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            Replace(path, bytes, Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path} cannot be written: {problem.Message} Name another folder with --out.", problem);
        }
    }

    private static void Replace(string path, byte[] bytes, string temporary)
    {
        try
        {
            Save(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The bytes must be on the disk before the name is, or a power failure could leave the name alone.</summary>
    private static void Save(string path, byte[] bytes)
    {
        using var file = File.Create(path);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
