using System.Text;
using Samples;

namespace NanoGpt.Data;

/// <summary>Reads the text to learn from.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text.</summary>
    /// <exception cref="SampleException">The file cannot be read, or is no UTF-8 text.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException problem)
        {
            throw new SampleException($"{path} is no UTF-8 text (byte {problem.Index}). Convert it, or name another file with --data.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path} cannot be read: {problem.Message}", problem);
        }
    }
}
