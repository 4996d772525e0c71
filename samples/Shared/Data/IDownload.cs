namespace Samples.Data;

/// <summary>Gets a data set from its public address.</summary>
public interface IDownload
{
    /// <summary>Puts a genuine copy at <paramref name="path"/>, or nothing at all.</summary>
    /// <returns>Null, or why there is no copy.</returns>
    string? TryFetch(DataSource source, string path, CancellationToken cancellation);
}
