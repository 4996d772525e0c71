namespace Samples.Data;

/// <summary>Downloads over HTTP, and keeps only what has the right fingerprint.</summary>
/// <param name="handler">The transport; the system's by default.</param>
public sealed class HttpDownload(HttpMessageHandler? handler = null) : IDownload
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string? TryFetch(DataSource source, string path, CancellationToken cancellation)
    {
        try
        {
            return Fetch(source, path, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return $"{source.Address} could not be downloaded ({problem.Message})";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{source.Address} did not answer within {Patience.TotalSeconds:0} seconds";
        }
    }

    private string? Fetch(DataSource source, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            Save(source.Address, temporary, cancellation);
            if (!source.IsGenuine(temporary))
            {
                return $"what {source.Address} sent is not the known {source.FileName} (its checksum differs)";
            }

            File.Move(temporary, path, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Save(Uri address, string path, CancellationToken cancellation)
    {
        using var client = new HttpClient(handler ?? new HttpClientHandler(), disposeHandler: handler is null) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = client.Send(request, cancellation);
        response.EnsureSuccessStatusCode();
        using var body = response.Content.ReadAsStream(cancellation);
        using var file = File.Create(path);
        body.CopyTo(file);
    }
}
