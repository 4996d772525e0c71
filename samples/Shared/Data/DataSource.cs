namespace Samples.Data;

/// <summary>A public data set that a sample needs.</summary>
/// <param name="FileName">What the file is called, wherever it lies.</param>
/// <param name="Address">Where it can be downloaded.</param>
/// <param name="Fingerprint">The lower-case hexadecimal SHA-256 of its content.</param>
/// <param name="FingerprintOf">
/// Reads that fingerprint from a file. Over what the sample uses, not over the bytes, where copies differ in things like
/// line ends or further columns.
/// </param>
public sealed record DataSource(string FileName, Uri Address, string Fingerprint, Func<string, string> FingerprintOf)
{
    /// <summary>Whether the file has exactly the content that is known under this name.</summary>
    public bool IsGenuine(string path)
    {
        try
        {
            return FingerprintOf(path) == Fingerprint;
        }
        catch (Exception problem) when (problem is SampleException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
