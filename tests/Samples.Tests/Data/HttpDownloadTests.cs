using System.Net;
using Samples.Data;

namespace Samples.Tests.Data;

public sealed class HttpDownloadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataSource source = new("set.txt", new Uri("https://example.invalid/set.txt"), "genuine", File.ReadAllText);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_genuine_file_is_kept()
    {
        Assert.Null(Fetch(new FakeServer(() => Answer("genuine"))));

        Assert.Equal("genuine", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Anything_else_is_refused_and_leaves_the_old_file_alone()
    {
        folder.Write("cache/set.txt", "old");

        var problem = Fetch(new FakeServer(() => Answer("<html>Log in to the hotel's network</html>")));

        Assert.Contains("its checksum differs", problem);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void A_refusal_of_the_server_is_a_reason()
        => Assert.Contains("404", Fetch(new FakeServer(() => new HttpResponseMessage(HttpStatusCode.NotFound))));

    [Fact]
    public void A_dead_network_is_a_reason()
        => Assert.Contains("no route", Fetch(new FakeServer(() => throw new HttpRequestException("no route"))));

    [Fact]
    public void Ctrl_C_stops_a_download()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Fetch(new FakeServer(() => Answer("genuine")), source.Token));
    }

    private string Target => Path.Combine(folder.Path, "cache", "set.txt");

    private static HttpResponseMessage Answer(string content) => new(HttpStatusCode.OK) { Content = new StringContent(content) };

    private string? Fetch(FakeServer server, CancellationToken cancellation = default)
    {
        using (server)
        {
            return new HttpDownload(server).TryFetch(source, Target, cancellation);
        }
    }

    private sealed class FakeServer(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return answer();
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Send(request, cancellationToken));
    }
}
